import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, inScope, openDatabase } from '#core/db/database.ts'
import type { TenantId } from '#core/ids.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { encrypt } from './cipher.ts'
import { insertTenantKey } from './key-store.ts'
import { createKeyring } from './keyring.ts'

let copy: TestDatabase
let database: Database
const master = randomBytes(32)
const leuna = 'leuna' as TenantId
const merseburg = 'merseburg' as TenantId

beforeAll(async () => {
  copy = await createTestDatabase()
  database = openDatabase(copy.app)
  await inScope(database, { now: new Date() }, async db => {
    for (const id of [leuna, merseburg])
      await db.insertInto('tenants').values({ id, name: id, ars: '15', state: 'ST' }).execute()
  })
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

test('keeps a tenant’s values from every other tenant', async () => {
  const keyring = createKeyring(master, database)
  const sealed = (await keyring.of(leuna)).sealJson('drafts.answers 1', { name: 'Ines Hartwig' })
  expect(sealed.includes('Hartwig')).toBe(false)
  expect((await keyring.of(leuna)).openJson('drafts.answers 1', sealed)).toEqual({ name: 'Ines Hartwig' })
  await expect(
    keyring.of(merseburg).then(keys => keys.openJson('drafts.answers 1', sealed)),
  ).rejects.toThrow()
})
test('opens in another process with the same master key, not with another', async () => {
  const sealed = (await createKeyring(master, database).of(leuna)).seal('x', Buffer.from('a'))
  expect((await createKeyring(master, database).of(leuna)).open('x', sealed).toString()).toBe('a')
  await expect(createKeyring(randomBytes(32), database).of(leuna)).rejects.toThrow()
})
test('still opens old values after a new key came, and seals with the new one', async () => {
  const before = (await createKeyring(master, database).of(leuna)).seal('x', Buffer.from('old'))
  const id = '01990000-0000-7000-8000-000000000001'
  const scope = { now: new Date(Date.now() + 1000), tenant: leuna }
  await inScope(database, scope, db =>
    insertTenantKey(db, scope, {
      id,
      wrapped: encrypt(master, `tenant_keys ${leuna} ${id}`, randomBytes(32)),
    }),
  )
  const keys = await createKeyring(master, database).of(leuna)
  expect(keys.open('x', before).toString()).toBe('old')
  expect(keys.seal('x', Buffer.from('new')).subarray(1, 17).toString('hex')).toBe(id.replaceAll('-', ''))
})
test('hashes search words differently for each tenant', async () => {
  const keyring = createKeyring(master, database)
  expect(
    (await keyring.of(leuna)).word('hartwig').equals((await keyring.of(merseburg)).word('hartwig')),
  ).toBe(false)
})
