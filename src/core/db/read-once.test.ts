import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import type { TenantId } from '../ids.ts'
import { type Database, inScope, openDatabase } from './database.ts'
import { readOnce } from './read-once.ts'

let copy: TestDatabase
let database: Database
const now = new Date('2026-11-03T09:00:00.123Z')
const leuna = { now, tenant: 'leuna' as TenantId }
const hostile = "O'Brien'; drop table tenants; -- \\' $1"

beforeAll(async () => {
  copy = await createTestDatabase()
  database = openDatabase(copy.app)
  for (const id of ['leuna', 'merseburg']) {
    await inScope(database, { now, tenant: id as TenantId }, async db => {
      await db.insertInto('tenants').values({ id, name: hostile, ars: '15', state: 'ST' }).execute()
      await db.insertInto('counters').values({ tenant_id: id, name: hostile, value: 1 }).execute()
    })
  }
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

describe('readOnce', () => {
  test('sees what the scope sees', async () => {
    const rows = await readOnce(database, leuna, db => db.selectFrom('counters').selectAll())
    expect(rows.map(row => row.tenant_id)).toEqual(['leuna'])
    expect(await readOnce(database, { now }, db => db.selectFrom('counters').selectAll())).toEqual([])
  })
  test('writes values in as they are, whatever they hold', async () => {
    const rows = await readOnce(database, leuna, db =>
      db.selectFrom('counters').selectAll().where('name', '=', hostile),
    )
    expect(rows).toHaveLength(1)
    const bytes = Buffer.from([0, 39, 92, 255])
    const [row] = await readOnce(database, leuna, db =>
      db
        .selectFrom('counters')
        .select([
          sql<Buffer>`${bytes}::bytea`.as('bytes'),
          sql<Date>`${now}::timestamptz`.as('at'),
          sql<number>`${7}::int`.as('n'),
          sql<boolean>`${true}::boolean`.as('yes'),
          sql<null>`${null}::text`.as('nothing'),
        ]),
    )
    expect(row).toEqual({ bytes, at: now, n: 7, yes: true, nothing: null })
  })
  test('leaves a connection that works after a fault', async () => {
    const broken = readOnce(database, leuna, db => db.selectFrom('counters').select(sql`1/0`.as('x')))
    await expect(broken).rejects.toThrow(/division by zero/)
    expect(await readOnce(database, leuna, db => db.selectFrom('counters').select('name'))).toHaveLength(1)
  })
  test('refuses a value that it cannot write', async () => {
    const wrong = readOnce(database, leuna, db =>
      db
        .selectFrom('counters')
        .selectAll()
        .where('name', 'in', [{} as string]),
    )
    await expect(wrong).rejects.toThrow(/cannot stand/)
  })
})
