import { z } from 'zod'
import type { TenantId } from '#core/ids.ts'

const address = z.strictObject({
  street: z.string(),
  house_number: z.string(),
  postcode: z.string().regex(/^\d{5}$/),
  town: z.string(),
})

/** Name, address and hours as they stand on pages and letters. */
const contact = z.strictObject({
  address,
  phone: z.string(),
  email: z.email(),
  web: z.url().optional(),
  hours: z.array(z.string()).default([]),
})

export const tenantSettings = z.strictObject({
  /** "Stadt Leuna, Der Bürgermeister": heads the letters. */
  letterhead: z.string(),
  contact,
  /** Begins the file numbers: "LEU-2026-00012". */
  file_prefix: z.string().regex(/^[A-Z]{2,5}$/),
  /** Where an objection (Widerspruch) goes, in full. */
  objection_to: z.string(),
  emergency_phone: z.string(),
})
export type TenantSettings = z.output<typeof tenantSettings>

export const portalSettings = z.strictObject({
  /** "Online-Rathaus" under the name. */
  sub: z.strictObject({ de: z.string(), 'de-leicht': z.string(), en: z.string() }),
  /** One sentence under the heading of the home page. */
  welcome: z.strictObject({ de: z.string(), 'de-leicht': z.string(), en: z.string() }),
  popular: z.array(z.string()).default([]),
})
export type PortalSettings = z.output<typeof portalSettings>

export const officeSettings = z.strictObject({
  phone: z.string(),
  email: z.email(),
  room: z.string().optional(),
  hours: z.array(z.string()).default([]),
})

/** One authority's data (Mandant). */
export interface Tenant {
  readonly id: TenantId
  readonly name: string
  /** Amtlicher Regionalschlüssel: 12 digits for a municipality, 5 for a district. */
  readonly ars: string
  /** Land as in ISO 3166-2 without "DE-": "ST". */
  readonly state: string
  readonly settings: TenantSettings
}

/** One public face of a tenant. */
export interface Portal {
  readonly slug: string
  readonly tenant: Tenant
  readonly name: string
  readonly settings: PortalSettings
}

export interface Office {
  readonly id: string
  readonly name: string
  readonly settings: z.output<typeof officeSettings>
}

/** A place by postcode and town, as an address says it. */
export interface Place {
  readonly postcode: string
  readonly town: string
}

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

/** First path segments that the portal itself uses (src/core/http, site, accounts, desk). */
const reserved = ['service', 'konto', 'amt', 'betrieb', 'demo', 'stil', 'assets', 'api', 'pruefen']
const portalSlug = slug.refine(name => !reserved.includes(name), 'this address belongs to Torhaus itself')

/** `regions/<id>/region.yaml` */
export const regionFile = z.strictObject({
  format: z.literal('torhaus/region/1'),
  id: slug,
  places: z.array(z.strictObject({ ars: z.string(), postcode: z.string(), town: z.string() })),
  tenants: z.array(slug),
})

/** `regions/<id>/tenants/<tenant>.yaml` */
export const tenantFile = z.strictObject({
  format: z.literal('torhaus/tenant/1'),
  id: slug,
  name: z.string(),
  ars: z.string().regex(/^\d{2,12}$/),
  state: z.string().regex(/^[A-Z]{2}$/),
  settings: tenantSettings,
  portal: z.strictObject({ slug: portalSlug, name: z.string(), settings: portalSettings }),
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
