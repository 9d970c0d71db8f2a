import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId, TenantId } from '#core/ids.ts'
import { findAccount } from '#modules/accounts/index.ts'
import type { Notify } from '#modules/mailbox/index.ts'
import { getTenant, type Tenant } from '#modules/tenants/index.ts'
import type { CaseState } from './model.ts'
import { type Submitted, submission } from './record/fact.ts'
import type { CaseServices } from './services.ts'

/** Portals are kept in memory with their authority; an authority without a portal is looked up. */
export async function authorityOf(services: CaseServices, db: Db, id: TenantId): Promise<Tenant> {
  const portals = await services.portals.list()
  return portals.find(portal => portal.tenant.id === id)?.tenant ?? getTenant(db, id)
}

/**
 * Whom to tell by mail that there is a message: the address given for that, else the one of the account. Nobody
 * where there is neither.
 */
export async function recipientOf(
  services: CaseServices,
  db: Db,
  { scope, submitted, account }: { scope: Scope; submitted: Submitted; account: AccountId | undefined },
): Promise<Notify | undefined> {
  const { language, portal } = submitted
  const email = submitted.email ?? (account && (await findAccount(db, scope, account))?.email)
  if (!email) return undefined
  const authority = (await authorityOf(services, db, scope.tenant!)).name
  return { email, language, portal, authority, baseUrl: services.settings.baseUrl }
}

/** As `recipientOf`, for a case that is open already. */
export function applicantOf(
  services: CaseServices,
  db: Db,
  { scope, state }: { scope: Scope; state: CaseState },
): Promise<Notify | undefined> {
  return recipientOf(services, db, { scope, submitted: submission(state.facts).data, account: state.account })
}
