import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { TenantId } from '#core/ids.ts'
import {
  type Office,
  officeSettings,
  type Place,
  type Portal,
  portalSettings,
  type Tenant,
  tenantSettings,
} from './model.ts'

interface TenantRow {
  id: string
  name: string
  ars: string
  state: string
  settings: unknown
}

const readTenant = (row: TenantRow): Tenant => ({
  id: row.id as TenantId,
  name: row.name,
  ars: row.ars,
  state: row.state,
  settings: tenantSettings.parse(row.settings),
})

export async function listPortals(db: Db): Promise<Portal[]> {
  const rows = await db
    .selectFrom('portals as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(['p.slug', 'p.name as portal_name', 'p.settings as portal_settings'])
    .select(['t.id', 't.name', 't.ars', 't.state', 't.settings'])
    .orderBy('p.name')
    .execute()
  return rows.map(row => ({
    slug: row.slug,
    name: row.portal_name,
    settings: portalSettings.parse(row.portal_settings),
    tenant: readTenant(row),
  }))
}

export async function getTenant(db: Db, id: TenantId): Promise<Tenant> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return readTenant(row)
}

export async function listTenants(db: Db): Promise<Tenant[]> {
  const rows = await db.selectFrom('tenants').selectAll().orderBy('id').execute()
  return rows.map(readTenant)
}

export async function findOffice(db: Db, scope: Scope, id: string): Promise<Office | undefined> {
  const row = await db
    .selectFrom('offices')
    .select(['id', 'name', 'settings'])
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, settings: officeSettings.parse(row.settings) }
}

/** All offices of an authority, by name. Offices are public (policy `anyone_reads`). */
export async function listOffices(db: Db, tenant: TenantId): Promise<Office[]> {
  const rows = await db
    .selectFrom('offices')
    .select(['id', 'name', 'settings'])
    .where('tenant_id', '=', tenant)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.name, settings: officeSettings.parse(row.settings) }))
}

/** Places whose postcode begins with, or whose name holds, what someone typed. */
export async function findPlaces(db: Db, typed: string): Promise<{ ars: string; town: string }[]> {
  return db
    .selectFrom('regions')
    .select(['ars', 'town'])
    .distinct()
    .where(eb =>
      eb.or([
        eb(eb.fn<number>('strpos', ['postcode', eb.val(typed)]), '=', 1),
        eb(eb.fn<number>('strpos', [eb.fn('lower', ['town']), eb.val(typed.toLowerCase())]), '>', 0),
      ]),
    )
    .orderBy('town')
    .limit(20)
    .execute()
}

/** ARS of a place; several towns share a postcode, so the town's name decides where it is known. */
export async function findRegion(db: Db, place: Place): Promise<string | undefined> {
  const rows = await db
    .selectFrom('regions')
    .select(['ars', 'town'])
    .where('postcode', '=', place.postcode)
    .execute()
  const town = place.town.trim().toLowerCase()
  return (rows.find(row => row.town.toLowerCase() === town) ?? (rows.length === 1 ? rows[0] : undefined))?.ars
}

/** All authorities that offer a service, with their ARS and office. */
export async function listOfferers(
  db: Db,
  service: string,
): Promise<{ tenant: TenantId; ars: string; office: string }[]> {
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('tenants as t', 't.id', 'o.tenant_id')
    .select(['o.tenant_id', 't.ars', 'o.office_id'])
    .where('o.service_id', '=', service)
    .where('o.active', '=', true)
    .execute()
  return rows.map(row => ({ tenant: row.tenant_id as TenantId, ars: row.ars, office: row.office_id }))
}
