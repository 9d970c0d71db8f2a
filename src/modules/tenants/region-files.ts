import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { type Region, regionFile, tenantFile } from './model.ts'

/** Reads `regions/<id>/` as data. @throws ZodError naming what is wrong in a file */
export async function readRegion(folder: string): Promise<Region> {
  const read = async (name: string) => parse(await readFile(path.join(folder, name), 'utf8')) as unknown
  const region = regionFile.parse(await read('region.yaml'))
  const tenants = await Promise.all(
    region.tenants.map(async id => tenantFile.parse(await read(`tenants/${id}.yaml`))),
  )
  return { id: region.id, places: region.places, tenants }
}
