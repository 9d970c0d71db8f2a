import { type Database, inScope } from '#core/db/database.ts'
import { migrationNames } from '#core/db/migrate.ts'
import type { Scope } from '#core/db/scope.ts'
import { isQueueOpen, listAppliedMigrations } from './readiness-store.ts'

export interface Readiness {
  readonly database: boolean
  /** All migrations of this version were applied; more may have been, while an upgrade rolls out. */
  readonly migrations: boolean
  readonly queue: boolean
}

/** A load balancer asks every few seconds and must not wait for a database that hangs. */
const patience_ms = 2_000

/**
 * Whether this process can serve: the database answers, its schema is ours, the queue takes jobs.
 * A database that does not answer in time counts as one that does not answer.
 */
export async function checkReadiness(database: Database, scope: Scope): Promise<Readiness> {
  const nothing: Readiness = { database: false, migrations: false, queue: false }
  const asked = askDatabase(database, scope).catch(() => nothing)
  const late = new AbortController()
  const answer = await Promise.race([asked, timeout(late.signal, nothing)])
  late.abort()
  return answer
}

async function askDatabase(database: Database, scope: Scope): Promise<Readiness> {
  const needed = await migrationNames()
  return inScope(database, scope, async db => {
    const applied = new Set(await listAppliedMigrations(db))
    return {
      database: true,
      migrations: needed.every(name => applied.has(name)),
      queue: await isQueueOpen(db),
    }
  })
}

function timeout<T>(signal: AbortSignal, value: T): Promise<T> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(value), patience_ms)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
