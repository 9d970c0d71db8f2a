import { dayInGermany } from '#core/clock.ts'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { Text } from '#core/i18n/languages.ts'
import type { ApplicationId, CaseId, StaffId, TenantId } from '#core/ids.ts'
import { staffNames } from '#modules/accounts/index.ts'
import {
  findApplication,
  listDocuments,
  type OpenedAnswers,
  openAnswers,
  type StoredApplication,
  type StoredDocument,
} from '#modules/applications/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import { findOffice, type Office, type Tenant } from '#modules/tenants/index.ts'
import { findCaseRowOf, listOwnCaseRows } from './case-store.ts'
import type { CheckGroup } from './checks/model.ts'
import { viewChecks } from './checks/view-checks.ts'
import { loadCase, openHead } from './load-case.ts'
import type { CaseHead, CaseState } from './model.ts'
import { enterOwnCase, type OwnCase } from './own-case.ts'
import { checkMayOpen } from './policy.ts'
import { authorityOf } from './recipient.ts'
import type { CaseServices } from './services.ts'
import type { Told } from './timeline/model.ts'

/** Everything the pages of one case show. `timeline`, `nextStep`, `openRequest` and `mayWithdraw` read from it. */
export interface CaseView extends Told, OpenedAnswers {
  readonly application: StoredApplication
  readonly package: ServicePackage
  readonly documents: readonly StoredDocument[]
  readonly tenant: Tenant
  readonly office: Office | undefined
}

/** As the office sees it. */
export interface DeskCaseView extends CaseView {
  readonly checks: readonly CheckGroup[]
}

/**
 * A case for the desk. @throws NotFound for a case of another office or authority, as for an unknown one
 * @example const view = await readCase(services, scope, id); timeline(view, 'staff', 'de')
 */
export async function readCase(services: CaseServices, scope: Scope, id: CaseId): Promise<DeskCaseView> {
  const state = await getCase(services, scope, id)
  const { view, opened } = await readView(services, scope, state)
  const { address } = view.tenant.settings.contact
  const checks = viewChecks(
    view.package.checks,
    {
      flow: view.package.flow,
      open: opened.open,
      fileNumber: state.fileNumber,
      submittedOn: dayInGermany(state.receivedAt),
      today: dayInGermany(scope.now),
      authority: { name: view.tenant.name, office: view.office?.name ?? '', ...address },
    },
    state.facts,
  )
  return { ...view, checks }
}

/** The case of the applicant herself. @throws NotFound for a foreign one as for an unknown one */
export async function readOwnCase(services: CaseServices, scope: Scope, key: OwnCase): Promise<CaseView> {
  const within = await enterOwnCase(services, scope, key)
  const state = await inScope(services.database, within, db => loadCase({ services, db }, within, key.case))
  if (!state) throw new NotFound('case')
  return (await readView(services, within, state)).view
}

/** The case with its record, for an act of the desk. @throws NotFound as `readCase` */
export async function getCase(services: CaseServices, scope: Scope, id: CaseId): Promise<CaseState> {
  return inScope(services.database, scope, async db =>
    checkMayOpen(scope, await loadCase({ services, db }, scope, id)),
  )
}

/** The case of an application, as far as `scope` may see it. */
export async function findCaseOf(
  services: CaseServices,
  scope: Scope,
  key: { tenant: TenantId; application: ApplicationId },
): Promise<CaseHead | undefined> {
  const row = await inScope(services.database, scope, db => findCaseRowOf(db, scope, key))
  return row && openHead(await services.keyring.of(key.tenant), row)
}

/** The cases of a resident's account over all authorities, the newest first. */
export async function listOwnCases(services: CaseServices, scope: Scope): Promise<CaseHead[]> {
  if (!scope.account) return []
  const own = freezeScope({ now: scope.now, account: scope.account })
  const rows = await inScope(services.database, own, db => listOwnCaseRows(db, own))
  return Promise.all(
    rows.map(async row => openHead(await services.keyring.of(row.tenant_id as TenantId), row)),
  )
}

async function readView(services: CaseServices, scope: Scope, state: CaseState) {
  const found = await inScope(services.database, scope, db => readAround(services, db, { scope, state }))
  const opened = await openAnswers(services, found.application)
  const documents = await listDocuments(services, scope, found.application)
  const titles = opened.package.service.outcomes.map(({ id, title }): [string, Text] => [id, title])
  const view: CaseView = {
    ...found,
    state,
    documents,
    authority: found.tenant.name,
    package: opened.package,
    answers: opened.answers,
    readable: opened.readable,
    computed: opened.computed,
    outcomes: Object.fromEntries(titles),
  }
  return { view, opened }
}

async function readAround(
  services: CaseServices,
  db: Db,
  { scope, state }: { scope: Scope; state: CaseState },
) {
  const application = await findApplication(db, scope, { tenant: state.tenant, id: state.application })
  if (!application) throw new Error(`case ${state.id} has no application`)
  return {
    application,
    tenant: await authorityOf(services, db, state.tenant),
    office: await findOffice(db, scope, state.office),
    names: await staffNames(db, scope, peopleOf(state)),
  }
}

function peopleOf({ facts }: CaseState): StaffId[] {
  const people = facts.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.id] : []))
  const assigned = facts.flatMap(fact => (fact.type === 'assigned' && fact.data.to ? [fact.data.to] : []))
  return [...new Set([...people, ...assigned])]
}
