import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { officeSettings, portalSettings, tenantSettings } from './model.ts'

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

const regionFile = z.strictObject({
  format: z.literal('torhaus/region/1'),
  id: slug,
  places: z.array(z.strictObject({ ars: z.string(), postcode: z.string(), town: z.string() })),
  tenants: z.array(slug),
})

const tenantFile = z.strictObject({
  format: z.literal('torhaus/tenant/1'),
  id: slug,
  name: z.string(),
  ars: z.string().regex(/^\d{2,12}$/),
  state: z.string().regex(/^[A-Z]{2}$/),
  settings: tenantSettings,
  portal: z.strictObject({ slug, name: z.string(), settings: portalSettings }),
  offices: z.array(z.strictObject({ id: slug, name: z.string(), settings: officeSettings })),
  services: z.record(slug, z.strictObject({ office: slug, parameters: z.record(z.string(), z.unknown()) })),
  demo_staff: z
    .array(
      z.strictObject({
        email: z.email(),
        name: z.string(),
        roles: z.array(z.string()),
        offices: z.array(slug),
        supervisor: z.boolean().default(false),
      }),
    )
    .default([]),
})
export type TenantFile = z.output<typeof tenantFile>
export interface Region {
  readonly id: string
  readonly places: readonly { ars: string; postcode: string; town: string }[]
  readonly tenants: readonly TenantFile[]
}

/** Reads `regions/<id>/` as data. @throws ZodError naming what is wrong in a file */
export async function readRegion(folder: string): Promise<Region> {
  const read = async (name: string) => parse(await readFile(path.join(folder, name), 'utf8')) as unknown
  const region = regionFile.parse(await read('region.yaml'))
  const tenants = await Promise.all(
    region.tenants.map(async id => tenantFile.parse(await read(`tenants/${id}.yaml`))),
  )
  return { id: region.id, places: region.places, tenants }
}
