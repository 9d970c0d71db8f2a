import pg from 'pg'

/** The content of every table, row by row, as text: what an answer must not have changed. */
export interface DatabaseState {
  /** Keeps the present state beside the tables. */
  keep(): Promise<void>
  /** The tables whose rows are others than those kept. */
  changed(): Promise<string[]>
  /** Brings the rows of these tables back. */
  putBack(tables: readonly string[]): Promise<void>
  /** All rows as text, `table: row`. */
  rows(): Promise<string[]>
  /** One statement past row-level security. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

const kept = 'kept'

/** All tables of the portal and its queue, with those columns that PostgreSQL does not compute itself. */
const tablesQuery = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname = 'torhaus'
    or (n.nspname = 'graphile_worker' and c.relname in ('_private_jobs', '_private_tasks')))
  order by 1`

/** @param admin the superuser's connection to the portal's database: only he sees past row-level security */
export async function openDatabaseState(admin: pg.ClientConfig): Promise<DatabaseState> {
  const client = new pg.Client(admin)
  // A server that is stopped before us ends the connection; who asks again is told.
  client.on('error', () => {})
  await client.connect()
  const query: DatabaseState['query'] = async (text, values = []) =>
    (await client.query(text, [...values])).rows
  const found = await query(tablesQuery)
  const tables = found.map(row => String(row.name))
  const columns = new Map(found.map(row => [String(row.name), String(row.columns)]))
  const digestQuery = tables
    .map(
      name =>
        `select '${name}' as name, coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as digest from ${name} t`,
    )
    .join(' union all ')
  const digest = async () =>
    new Map((await query(digestQuery)).map(row => [String(row.name), String(row.digest)]))
  const asKept = (name: string) => `${kept}.${name.replace('.', '__')}`
  let before: ReadonlyMap<string, string> = new Map()
  return {
    keep: async () => {
      const copies = tables.map(name => `create table ${asKept(name)} as table ${name}`)
      await client.query(`drop schema if exists ${kept} cascade; create schema ${kept}; ${copies.join('; ')}`)
      before = await digest()
    },
    changed: async () => {
      const after = await digest()
      return tables.filter(name => after.get(name) !== before.get(name))
    },
    putBack: async names => {
      const moves = names.map(
        name =>
          `delete from ${name}; insert into ${name} (${columns.get(name)}) overriding system value
            select ${columns.get(name)} from ${asKept(name)}`,
      )
      // As a replica: triggers and foreign keys do not look while rows are put back.
      await client.query(`begin; set local session_replication_role = replica; ${moves.join('; ')}; commit`)
    },
    rows: async () => {
      const all = await query(
        tables.map(name => `select '${name}: ' || t::text as row from ${name} t`).join(' union all '),
      )
      return all.map(({ row }) => String(row))
    },
    query,
    close: () => client.end(),
  }
}
