import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readRegion } from './region-files.ts'

test('reads the demo region with its towns, places and offices', async () => {
  const region = await readRegion('regions/saalekreis')
  expect(region.tenants.map(one => [one.id, one.ars])).toEqual([
    ['leuna', '150880205205'],
    ['merseburg', '150880220220'],
    ['saalekreis', '15088'],
  ])
  expect(region.places).toContainEqual({ ars: '150880205205', postcode: '06237', town: 'Leuna' })
})

test('refuses a portal whose address belongs to Torhaus itself', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-region-'))
  await cp('regions/saalekreis', folder, { recursive: true })
  const file = path.join(folder, 'tenants/leuna.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace('slug: leuna', 'slug: konto'))
  await expect(readRegion(folder)).rejects.toThrow(/belongs to Torhaus itself/)
  await rm(folder, { recursive: true })
})
