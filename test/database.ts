import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connections } from '../src/compose.ts'

export interface TestDatabase extends Connections {
  drop(): Promise<void>
}

/** A database of this test file's own, empty but migrated (a copy of the template, some 50 ms). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { admin, template } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} template ${template} owner torhaus_owner`)
  return {
    owner: { ...admin, user: 'torhaus_owner', database: name },
    app: { ...admin, user: 'torhaus_app', database: name },
    drop: () => asAdmin(admin, `drop database ${name} with (force)`),
  }
}

async function asAdmin(admin: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  // Two files that copy the template at once: the server refuses one of them; it simply waits its turn.
  await client.query('select pg_advisory_lock(1)')
  await client.query(statement)
  await client.end()
}
