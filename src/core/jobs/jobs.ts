import type { Db } from '../db/database.ts'
import { addJob } from './job-store.ts'

/**
 * Puts a job into the queue within the caller's transaction: it exists exactly when the change it belongs to does.
 * `key` makes it unique: a second job with the same key replaces the waiting one.
 *
 * @example await enqueue(db, { task: 'send-mail', payload: { mail: id }, key: `mail ${id}` })
 */
export async function enqueue(db: Db, job: Job): Promise<void> {
  await addJob(db, job)
}

export interface Job {
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly key?: string
  readonly runAt?: Date
  readonly maxAttempts?: number
}

/** What a module offers to the worker. Payloads hold ids only. Tasks are idempotent: each may run twice. */
export interface Task<Services> {
  readonly name: string
  readonly run: (services: Services, payload: Readonly<Record<string, unknown>>) => Promise<void>
  /** Five-field cron expression in UTC. */
  readonly cron?: string
}
