import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { TenantId } from '#core/ids.ts'
import { getTenant, type Tenant } from '#modules/tenants/index.ts'
import type { ApplicationServices } from './services.ts'

/** An authority by its id; nearly all have a portal and are in memory with it. */
export async function findAuthority(
  services: Pick<ApplicationServices, 'portals' | 'database'>,
  scope: Scope,
  id: TenantId,
): Promise<Tenant> {
  const known = (await services.portals.list()).find(portal => portal.tenant.id === id)
  return known?.tenant ?? inScope(services.database, scope, db => getTenant(db, id))
}
