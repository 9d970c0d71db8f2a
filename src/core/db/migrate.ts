import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

const folder = path.join(import.meta.dirname, '../../../db/migrations')

/** Any number: it only has to be the same for all that migrate one database. */
const migrationLock = 7_240_311

/**
 * Brings the database to the newest schema, each file in its own transaction, forward only.
 * Two processes that start together wait for each other; the second finds nothing to do.
 *
 * @param config connection of the role that owns the schema
 * @returns the names of the files that were applied
 */
export async function migrate(config: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists public.torhaus_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from public.torhaus_migrations')
    const applied = new Set(rows.map(row => row.name))
    const missing = (await migrationNames()).filter(name => !applied.has(name))
    for (const name of missing) await apply(client, name)
    return missing
  } finally {
    await client.end()
  }
}

/** The migrations of this version of Torhaus, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter(name => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(path.join(folder, name), 'utf8')
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into public.torhaus_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause })
  }
}
