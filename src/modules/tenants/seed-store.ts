import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { StaffId } from '#core/ids.ts'
import type { TenantFile } from './model.ts'

export async function insertPlaces(
  db: Db,
  places: readonly { ars: string; postcode: string; town: string }[],
): Promise<void> {
  await db
    .insertInto('regions')
    .values([...places])
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function upsertTenant(db: Db, tenant: TenantFile): Promise<void> {
  const values = {
    name: tenant.name,
    ars: tenant.ars,
    state: tenant.state,
    settings: JSON.stringify(tenant.settings),
  }
  await db
    .insertInto('tenants')
    .values({ id: tenant.id, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
}

export async function upsertPortal(
  db: Db,
  portal: { slug: string; name: string; settings: unknown; tenant: string },
): Promise<void> {
  const values = { tenant_id: portal.tenant, name: portal.name, settings: JSON.stringify(portal.settings) }
  await db
    .insertInto('portals')
    .values({ slug: portal.slug, ...values })
    .onConflict(conflict => conflict.column('slug').doUpdateSet(values))
    .execute()
}

export async function upsertOffice(
  db: Db,
  scope: Scope,
  office: { id: string; name: string; settings: unknown },
): Promise<void> {
  const values = { name: office.name, settings: JSON.stringify(office.settings) }
  await db
    .insertInto('offices')
    .values({ tenant_id: scope.tenant!, id: office.id, ...values })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

/** What the town set itself stays: only a missing offer is written. */
export async function upsertOffer(
  db: Db,
  scope: Scope,
  offer: { service: string; office: string; parameters: Readonly<Record<string, unknown>> },
): Promise<void> {
  await db
    .insertInto('offers')
    .values({
      tenant_id: scope.tenant!,
      service_id: offer.service,
      office_id: offer.office,
      parameters: JSON.stringify(offer.parameters),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'service_id']).doNothing())
    .execute()
}

export async function insertStaff(
  db: Db,
  scope: Scope,
  staff: {
    id: StaffId
    email: string
    name: string
    roles: readonly string[]
    offices: readonly string[]
    supervisor: boolean
    hash: string
  },
): Promise<void> {
  const inserted = await db
    .insertInto('staff')
    .values({
      tenant_id: scope.tenant!,
      id: staff.id,
      email: staff.email,
      name: staff.name,
      roles: [...staff.roles],
      password_hash: staff.hash,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted || staff.offices.length === 0) return
  await db
    .insertInto('staff_offices')
    .values(
      staff.offices.map(office => ({
        tenant_id: scope.tenant!,
        staff_id: staff.id,
        office_id: office,
        supervisor: staff.supervisor,
      })),
    )
    .execute()
}
