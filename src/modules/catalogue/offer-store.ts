import type { Db } from '#core/db/database.ts'
import type { TenantId } from '#core/ids.ts'

export interface OfferRow {
  readonly service: string
  readonly office: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** What a town offers; offers are public (policy `anyone_reads`). */
export async function listOffers(db: Db, tenant: TenantId): Promise<OfferRow[]> {
  const rows = await db
    .selectFrom('offers')
    .select(['service_id', 'office_id', 'parameters'])
    .where('tenant_id', '=', tenant)
    .where('active', '=', true)
    .orderBy('service_id')
    .execute()
  return rows.map(row => ({
    service: row.service_id,
    office: row.office_id,
    parameters: row.parameters as Readonly<Record<string, unknown>>,
  }))
}
