import { sql } from 'kysely'
import type { Db } from './db/database.ts'
import type { Scope } from './db/scope.ts'
import { TooMany } from './errors.ts'

export interface Limit {
  readonly action: string
  /** Keyed hash of what is counted: an address, an account, a code. */
  readonly subject: Buffer
  readonly limit: number
  readonly window_s: number
}

/**
 * Counts one attempt and stops at the limit. A stranger's attempts count against the stranger's address
 * and never lock the owner out for longer than the window.
 * @throws TooMany with the seconds to wait
 */
export async function countAttempt(db: Db, scope: Scope, attempt: Limit): Promise<void> {
  const start_s = Math.floor(scope.now.getTime() / 1000 / attempt.window_s) * attempt.window_s
  const { count } = await db
    .insertInto('attempts')
    .values({
      subject: attempt.subject,
      action: attempt.action,
      window_start: new Date(start_s * 1000),
      count: 1,
    })
    .onConflict(conflict =>
      conflict.columns(['subject', 'action', 'window_start']).doUpdateSet({ count: sql`attempts.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count > attempt.limit) {
    throw new TooMany(Math.ceil(start_s + attempt.window_s - scope.now.getTime() / 1000))
  }
}

/** Attempts older than a day tell nothing any more. */
export async function deleteOldAttempts(db: Db, scope: Scope): Promise<void> {
  const yesterday = new Date(scope.now.getTime() - 86_400_000)
  await db.deleteFrom('attempts').where('window_start', '<', yesterday).execute()
}
