import pg from 'pg'
import type { Connection } from './model.ts'

/** Lower-case letters, digits and underscores: safe to write into a statement as it is. */
const NAME = /^[a-z][a-z0-9_]{0,62}$/

/**
 * The two roles of Torhaus: the owner migrates, the application works. Neither passes row-level
 * security, and the application owns nothing, so it can neither change nor switch off a policy.
 */
const ROLES = ['torhaus_owner', 'torhaus_app'] as const

const COMMON = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'

/** Creates roles and the database where they are missing; safe to repeat after any interruption. */
export async function ensureRolesAndDatabase(admin: Connection, database: string): Promise<void> {
  await withClient(admin, async client => {
    const roles = await namesOf(client, 'select rolname as name from pg_roles')
    for (const role of ROLES) if (!roles.has(role)) await client.query(`create role ${role} ${COMMON}`)
    await client.query('revoke all on database postgres, template1 from public')
    const databases = await namesOf(client, 'select datname as name from pg_database')
    if (!databases.has(database)) await client.query(`create database ${database} owner torhaus_owner`)
    await closeDatabase(client, database)
  })
}

/** Creates a database as Torhaus wants it; as a copy of `template` where one is named. */
export async function createDatabase(admin: Connection, name: string, template?: string): Promise<void> {
  const source = template === undefined ? '' : ` template ${checkName(template)}`
  await withClient(admin, async client => {
    await client.query(`create database ${checkName(name)} owner torhaus_owner${source}`)
    await closeDatabase(client, name)
  })
}

/** Drops a database, also one that still has connections; one that is not there is no fault. */
export async function dropDatabase(admin: Connection, name: string): Promise<void> {
  await withClient(admin, async client => {
    await client.query(`drop database if exists ${checkName(name)} with (force)`)
  })
}

// By default everybody may connect to a new database and create temporary tables in it.
async function closeDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to torhaus_app`)
}

function checkName(name: string): string {
  if (!NAME.test(name)) throw new Error(`not a database name: ${JSON.stringify(name)}`)
  return name
}

async function namesOf(client: pg.Client, query: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(query)
  return new Set(rows.map(row => row.name))
}

async function withClient(connection: Connection, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
