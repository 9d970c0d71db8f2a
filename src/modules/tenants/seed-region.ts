import { hashPassword } from '#core/crypto/password.ts'
import { type Db, inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { newId, type StaffId, type TenantId } from '#core/ids.ts'
import type { CoreServices } from '#core/services.ts'
import type { Region, TenantFile } from './model.ts'
import {
  insertPlaces,
  insertStaff,
  upsertOffer,
  upsertOffice,
  upsertPortal,
  upsertTenant,
} from './seed-store.ts'

export interface SeededStaff {
  readonly email: string
  readonly name: string
  readonly tenant: string
}

/**
 * Brings a region's towns, portals, offices and offers into the database; again does no harm and changes what the
 * files changed. Staff with the demo's password come only where one is given.
 */
export async function seedRegion(
  services: CoreServices,
  scope: Scope,
  input: { region: Region; demoPassword?: string | undefined },
): Promise<SeededStaff[]> {
  await inScope(services.database, scope, db => insertPlaces(db, input.region.places))
  const hash = input.demoPassword ? await hashPassword(input.demoPassword) : undefined
  const staff: SeededStaff[] = []
  for (const tenant of input.region.tenants) {
    const within = inTenant(scope, tenant.id as TenantId)
    await inScope(services.database, within, db => seedTenant(db, within, { tenant, hash }))
    if (hash)
      staff.push(...tenant.demo_staff.map(one => ({ email: one.email, name: one.name, tenant: tenant.name })))
  }
  return staff
}

async function seedTenant(
  db: Db,
  scope: Scope,
  { tenant, hash }: { tenant: TenantFile; hash: string | undefined },
): Promise<void> {
  await upsertTenant(db, tenant)
  await upsertPortal(db, { ...tenant.portal, tenant: tenant.id })
  for (const office of tenant.offices) await upsertOffice(db, scope, office)
  for (const [service, offer] of Object.entries(tenant.services))
    await upsertOffer(db, scope, { service, ...offer })
  if (!hash) return
  for (const one of tenant.demo_staff)
    await insertStaff(db, scope, { ...one, id: newId<StaffId>(scope.now), hash })
}
