import { sql } from 'kysely'
import type { Db } from '#core/db/database.ts'

/** Names of the migrations that were applied to this database. */
export async function listAppliedMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from public.torhaus_migrations`.execute(db)
  return rows.map(row => row.name)
}

/** Whether the application may put jobs into the queue: its door is there and open to us. */
export async function isQueueOpen(db: Db): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select coalesce(has_function_privilege(
    to_regprocedure('torhaus.add_job(text, json, text, timestamptz, int)'), 'execute'), false)
    and to_regnamespace('graphile_worker') is not null as open`.execute(db)
  return rows[0]?.open === true
}
