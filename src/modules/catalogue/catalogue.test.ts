import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#core/db/database.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { createCatalogue } from './catalogue.ts'

let copy: TestDatabase
let database: Database
let folder: string
const now = () => new Date('2026-11-03T09:00:00Z')
const serviceFile = () => path.join(folder, 'bauen-umwelt/baumfaellung/service.yaml')

beforeAll(async () => {
  copy = await createTestDatabase()
  database = openDatabase(copy.app)
  folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-catalogue-'))
  await cp('catalogue', folder, { recursive: true })
})
afterAll(async () => {
  await database.close()
  await copy.drop()
  await rm(folder, { recursive: true })
})

describe('the catalogue', () => {
  test('publishes a version once; starting again changes nothing', async () => {
    const first = await createCatalogue(database, { folder, now })
    const again = await createCatalogue(database, { folder, now })
    expect(again.list().map(one => one.hash)).toEqual(first.list().map(one => one.hash))
  })

  test('refuses other content under a published version', async () => {
    const before = await readFile(serviceFile(), 'utf8')
    await writeFile(serviceFile(), before.replace('months: 120', 'months: 60'))
    await expect(createCatalogue(database, { folder, now })).rejects.toThrow(/raise "version"/)
    await writeFile(serviceFile(), before)
  })

  test('opens an older version unchanged after a newer one came', async () => {
    const old = await (await createCatalogue(database, { folder, now })).find('baumfaellung')
    const before = await readFile(serviceFile(), 'utf8')
    await writeFile(serviceFile(), before.replace(/^version: .*$/m, 'version: 9.0.0'))
    const newer = await createCatalogue(database, { folder, now })
    expect((await newer.find('baumfaellung'))?.version).toBe('9.0.0')
    const kept = await newer.find('baumfaellung', old?.version)
    expect(kept?.hash).toBe(old?.hash)
    expect(kept?.form).toEqual(old?.form)
    expect(await newer.find('baumfaellung', '0.0.1')).toBeUndefined()
    await writeFile(serviceFile(), before)
  })
})
