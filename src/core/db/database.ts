import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Scope } from './scope.ts'
import type { DB } from './tables.ts'

/** A connection inside an open transaction whose scope is set: what every store takes first. */
export type Db = Kysely<DB>

/** The pool of the application. Only `inScope` and `once` reach tables. */
export interface Database {
  readonly pool: pg.Pool
  readonly kysely: Kysely<DB>
  close(): Promise<void>
}

// int8 counts and sums stay far below 2^53; numbers are what callers want.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date column is a calendar day, not a moment: keep it as YYYY-MM-DD.
pg.types.setTypeParser(pg.types.builtins.DATE, value => value)

/**
 * Opens the pool as the role that owns nothing.
 * @param config where the database is; the role is set as the connection starts
 */
export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({ max: 16, ...config, options: '-c role=torhaus_app -c search_path=torhaus' })
  // An idle connection that the server closes (restart, failover) is replaced at the next use.
  pool.on('error', () => {})
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { pool, kysely, close: () => kysely.destroy() }
}

/** Settings are local to the transaction: what is not named here is empty. */
export function beginFor(scope: Scope): string {
  const settings: [string, string | undefined][] = [
    ['tenant', scope.tenant],
    ['account', scope.account],
    ['guest', scope.guest],
    ['system', scope.system ? 'on' : undefined],
  ]
  const local = settings.flatMap(([name, value]) =>
    value === undefined ? [] : [`set_config('torhaus.${name}', ${pg.escapeLiteral(value)}, true)`],
  )
  return local.length === 0 ? 'begin' : `begin; select ${local.join(', ')}`
}

/**
 * Runs `work` in one transaction that sees exactly what `scope` may see (row-level security).
 * One message opens it and sets the scope, one closes it: a request costs two round trips beside its own queries.
 *
 * @example const found = await inScope(database, scope, db => findCase(db, scope, id))
 * @throws what `work` throws, after rolling back
 */
export async function inScope<T>(database: Database, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  return database.kysely.connection().execute(async connection => {
    await sql.raw(beginFor(scope)).execute(connection)
    try {
      const result = await work(connection)
      await sql.raw('commit').execute(connection)
      return result
    } catch (cause) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => {})
      throw cause
    }
  })
}

/** The name of the unique key that a failed insert met, or `undefined` when the fault was another. */
export function violatedKey(cause: unknown): string | undefined {
  const fault = cause as { code?: string; constraint?: string }
  return fault.code === '23505' ? fault.constraint : undefined
}
