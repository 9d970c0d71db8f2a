import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Job } from './jobs.ts'

/** `torhaus.add_job` is the one door through which the application role may write into the queue (migration 0002). */
export async function addJob(db: Db, job: Job): Promise<void> {
  await sql`select torhaus.add_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key ?? null},
    ${job.runAt ?? null}::timestamptz, ${job.maxAttempts ?? 12}::int)`.execute(db)
}
