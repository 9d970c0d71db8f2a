import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import type { TenantId } from '../ids.ts'
import { type Database, inScope, openDatabase } from './database.ts'

let copy: TestDatabase
let database: Database
const now = new Date('2026-11-03T09:00:00Z')

beforeAll(async () => {
  copy = await createTestDatabase()
  database = openDatabase(copy.app)
  for (const id of ['leuna', 'merseburg']) {
    await inScope(database, { now, tenant: id as TenantId }, async db => {
      await db.insertInto('tenants').values({ id, name: id, ars: '15', state: 'ST' }).execute()
      await db.insertInto('offices').values({ tenant_id: id, id: 'amt', name: 'Amt' }).execute()
      await db.insertInto('counters').values({ tenant_id: id, name: 'files', value: 1 }).execute()
    })
  }
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

describe('inScope', () => {
  test('shows one tenant its own rows only', async () => {
    const rows = await inScope(database, { now, tenant: 'leuna' as TenantId }, db =>
      db.selectFrom('counters').selectAll().execute(),
    )
    expect(rows.map(row => row.tenant_id)).toEqual(['leuna'])
  })
  test('shows nothing to an empty scope', async () => {
    expect(await inScope(database, { now }, db => db.selectFrom('counters').selectAll().execute())).toEqual(
      [],
    )
  })
  test('refuses to write into another tenant', async () => {
    const write = inScope(database, { now, tenant: 'leuna' as TenantId }, db =>
      db.insertInto('counters').values({ tenant_id: 'merseburg', name: 'x', value: 1 }).execute(),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })
  test('leaves no scope behind on the connection', async () => {
    await inScope(database, { now, tenant: 'leuna' as TenantId }, async () => {})
    const { rows } = await sql<{
      tenant: string
    }>`select current_setting('torhaus.tenant', true) as tenant`.execute(database.kysely)
    expect(rows[0]?.tenant ?? '').toBe('')
  })
  test('rolls back what a failing action wrote', async () => {
    const scope = { now, tenant: 'leuna' as TenantId }
    const failing = inScope(database, scope, async db => {
      await db.insertInto('counters').values({ tenant_id: 'leuna', name: 'lost', value: 1 }).execute()
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    const rows = await inScope(database, scope, db =>
      db.selectFrom('counters').select('name').where('name', '=', 'lost').execute(),
    )
    expect(rows).toEqual([])
  })
})
