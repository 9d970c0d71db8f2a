import { dayInGermany } from '#core/clock.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { findApplication, openAnswers, type StoredApplication } from '#modules/applications/index.ts'
import { type CaseState, checkMayOpen, loadCase, submission } from '#modules/cases/index.ts'
import { findOffice, getTenant, type Office, type Tenant } from '#modules/tenants/index.ts'
import type { NoticeFrame } from './notice/compose-notice.ts'
import type { Matter } from './notice/matter.ts'
import type { DecisionServices } from './services.ts'

/** A case with everything that a decision on it draws from. */
export interface LoadedMatter {
  readonly state: CaseState
  readonly application: StoredApplication
  readonly tenant: Tenant
  readonly office: Office
  readonly matter: Matter
}

/**
 * Reads what is decided on, for a case worker of its office.
 * @throws NotFound for a case of another office as for an unknown one
 */
export async function loadMatter(
  services: DecisionServices,
  scope: Scope,
  id: CaseId,
): Promise<LoadedMatter> {
  const read = await inScope(services.database, scope, async db => {
    const state = checkMayOpen(scope, await loadCase({ services, db }, scope, id))
    return readParts(db, scope, state)
  })
  return withMatter(services, read, dayInGermany(scope.now))
}

/** The same for the portal itself, which asks for no rights. @param today the day that the letter carries */
export async function loadMatterOf(
  services: DecisionServices,
  scope: Scope,
  { state, today }: { state: CaseState; today: string },
): Promise<LoadedMatter> {
  const read = await inScope(services.database, scope, db => readParts(db, scope, state))
  return withMatter(services, read, today)
}

type Parts = Omit<LoadedMatter, 'matter'>

async function readParts(db: Db, scope: Scope, state: CaseState): Promise<Parts> {
  const key = { tenant: state.tenant, id: state.application }
  const application = await findApplication(db, scope, key)
  const office = await findOffice(db, scope, state.office)
  if (!application || !office) throw new Error(`case ${state.id} lacks its application or office`)
  return { state, application, office, tenant: await getTenant(db, state.tenant) }
}

async function withMatter(services: DecisionServices, parts: Parts, today: string): Promise<LoadedMatter> {
  const { application, tenant, office } = parts
  const { package: pack, open } = await openAnswers(services, application)
  const { address } = tenant.settings.contact
  const matter: Matter = {
    package: pack,
    open,
    fileNumber: application.fileNumber,
    submittedOn: dayInGermany(application.submittedAt),
    today,
    authority: { name: tenant.name, office: office.name, ...address },
  }
  return { ...parts, matter }
}

/** Letterhead, recipient and names of the letter. */
export function frameOf(
  { state, tenant, office }: LoadedMatter,
  letter: { created: Date; isDraft: boolean; signer: string },
): NoticeFrame {
  const { contact, letterhead, objection_to } = tenant.settings
  const [authority = tenant.name, ...under] = letterhead.split('\n')
  const { street, house_number, postcode, town } = contact.address
  return {
    ...letter,
    head: {
      authority,
      office: [...under, office.name].join(' · '),
      address: [`${street} ${house_number}`, `${postcode} ${town}`],
    },
    authority: { state: tenant.state, ars: tenant.ars, objectionTo: objection_to },
    recipient: recipientLines(state),
    contact: { name: letter.signer, phone: office.settings.phone, email: office.settings.email },
  }
}

/** What stands in the window of the envelope; the name alone where no address is known. */
function recipientLines(state: CaseState): string[] {
  const { address } = submission(state.facts).data
  const line = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
  const lines = [
    state.applicant,
    line(address?.street, address?.house_number),
    line(address?.postcode, address?.town),
  ]
  return lines.filter(text => text !== '')
}

export function hasAddress(state: CaseState): boolean {
  const { address } = submission(state.facts).data
  return Boolean(address?.street && address.postcode && address.town)
}
