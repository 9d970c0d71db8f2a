import { sql } from 'kysely'
import type pg from 'pg'
import { CommandRefusal } from '../errors.ts'
import { openDatabase } from './database.ts'
import { openTables } from './open-tables.ts'

/** All faults at once, each with what it is and what to do. */
export class DatabaseRefusal extends CommandRefusal {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The database is not safe for a real installation:\n${faults.map(fault => `  ${fault}`).join('\n')}`,
    )
    this.faults = faults
  }
}

interface Check {
  /** Yields one row with `object` for each fault. */
  readonly query: string
  readonly says: (object: string) => string
}

const list = Object.keys(openTables)
  .map(name => `'${name}'`)
  .join(', ')

const tenantTable = `
  c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('r', 'p')
  and c.relname not in (${list})
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)`

const checks: readonly Check[] = [
  {
    // Before the connection took the role torhaus_app it was its login, and whoever breaks in can be it again.
    // A login that may take the role is its member, so the role itself is looked at too.
    query: `select rolname as object from pg_roles
      where (rolsuper or rolbypassrls) and pg_has_role(session_user, oid, 'member') order by 1`,
    says: role =>
      `DATABASE_APP_URL: its login may act as ${role}, whom row-level security does not bind; use a login that is neither superuser nor BYPASSRLS`,
  },
  {
    query: `select c.relname as object from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and r.rolname = current_user order by 1`,
    says: table =>
      `${table}: belongs to the role of the application, which could switch off its row-level security; run: alter table torhaus.${table} owner to …`,
  },
  {
    query: `select c.relname as object from pg_class c
      where ${tenantTable} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    says: table =>
      `${table}: row-level security is not forced; run: alter table torhaus.${table} enable row level security, force row level security`,
  },
  {
    // Off, a power cut or a crash loses applications that residents hold a receipt for.
    query: `select name as object from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by 1`,
    says: name =>
      `${name}: is off, so a crash may lose what was acknowledged; set ${name} = on in postgresql.conf`,
  },
]

/**
 * Looks at the database as the application does: same login, same role. Two locks hold the data of towns apart,
 * and this is the second; a lock that is open must not go unnoticed until the first one fails.
 *
 * @param config connection of the application
 * @returns a sentence for each fault
 */
export async function findDatabaseFaults(config: pg.PoolConfig): Promise<string[]> {
  const database = openDatabase({ ...config, max: 1 })
  try {
    const faults: string[] = []
    for (const { query, says } of checks) {
      const { rows } = await sql.raw<{ object: string }>(query).execute(database.kysely)
      faults.push(...rows.map(row => says(row.object)))
    }
    return faults
  } finally {
    await database.close()
  }
}

/**
 * @throws DatabaseRefusal naming every fault
 * @example await checkDatabase(runtime.app)
 */
export async function checkDatabase(config: pg.PoolConfig): Promise<void> {
  const faults = await findDatabaseFaults(config)
  if (faults.length > 0) throw new DatabaseRefusal(faults)
}
