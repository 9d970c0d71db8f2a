import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Applying, startApplying } from '../applying.fixture.ts'
import { blobColumns } from './blob-store.ts'
import { sweepFiles } from './sweep-files.job.ts'

const day_ms = 86_400_000
let town: Applying
beforeAll(async () => {
  // The files' own times are the machine's.
  town = await startApplying(new Date().toISOString())
})
afterAll(() => town.stop())

async function blobs(): Promise<string[]> {
  const ids: string[] = []
  const all = town.portal.services.blobs.listOlderThan(new Date(Date.now() + 9 * day_ms))
  for await (const id of all) ids.push(id)
  return ids
}

describe('The sweep', () => {
  it('removes files that no row names, once they are a day old', async () => {
    const { services, clock } = town.portal
    await town.sent()
    const named = await blobs()
    expect(named.length).toBeGreaterThan(0)
    const orphan = await services.blobs.write(Readable.from([Buffer.from('left over')]), 1000)
    await sweepFiles.run(services, {})
    expect(await blobs()).toContain(orphan.id)
    clock.advance(1.1 * day_ms)
    await sweepFiles.run(services, {})
    expect((await blobs()).sort()).toEqual(named.sort())
  })

  it('knows every column of the database that names a file', async () => {
    const rows = await town.query(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'torhaus' and column_name like '%blob%' order by 1`,
    )
    expect(rows.map(row => row.name)).toEqual([...blobColumns].sort())
  })
})
