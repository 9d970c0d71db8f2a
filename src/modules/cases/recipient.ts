import type { Db } from '#core/db/database.ts'
import type { Notify } from '#modules/mailbox/index.ts'
import { getTenant } from '#modules/tenants/index.ts'
import type { CaseState } from './model.ts'
import { submission } from './record/fact.ts'
import type { CaseServices } from './services.ts'

/** Name of the authority as residents read it. */
export async function authorityOf(services: CaseServices, db: Db, state: CaseState): Promise<string> {
  const portals = await services.portals.list()
  const known = portals.find(portal => portal.tenant.id === state.tenant)?.tenant
  return (known ?? (await getTenant(db, state.tenant))).name
}

/** Whom to tell by mail that there is a message; nobody where the applicant gave no address. */
export async function recipientOf(
  services: CaseServices,
  db: Db,
  state: CaseState,
): Promise<Notify | undefined> {
  const { email, language, portal } = submission(state.facts).data
  if (!email) return undefined
  const authority = await authorityOf(services, db, state)
  return { email, language, portal, authority, baseUrl: services.settings.baseUrl }
}
