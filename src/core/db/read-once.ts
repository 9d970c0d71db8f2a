import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import { beginFor, type Database, type Db } from './database.ts'
import type { Scope } from './scope.ts'

/**
 * One query in a scope, as `inScope` would run it, in a single message to the server instead of three. For what every
 * request asks: who is there, and her draft.
 *
 * @param build makes the query with the database it is given; it only reads
 * @example const rows = await readOnce(database, scope, db => db.selectFrom('drafts').selectAll().where('id', '=', id))
 */
export async function readOnce<Row>(
  database: Database,
  scope: Scope,
  build: (db: Db) => { compile(): CompiledQuery<Row> },
): Promise<Row[]> {
  const text = `${beginFor(scope)}; ${inlined(build(database.kysely).compile())}; commit`
  const client = await database.pool.connect()
  try {
    // Several statements in one text give one result each.
    const results = (await client.query(text)) as unknown as pg.QueryResult[]
    client.release()
    return results.at(-2)!.rows as Row[]
  } catch (cause) {
    await client.query('rollback').then(
      () => client.release(),
      broken => client.release(broken as Error),
    )
    throw cause
  }
}

/** A text of several statements takes no parameters: each is written in as a literal. */
function inlined({ sql, parameters }: CompiledQuery): string {
  return sql.replaceAll(/\$(\d+)/g, (_mark, number: string) => literal(parameters[Number(number) - 1]))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (typeof value === 'string') return pg.escapeLiteral(value)
  throw new Error(`a ${typeof value} cannot stand in this query`)
}
