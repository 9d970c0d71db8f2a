import { inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { Language } from '#core/i18n/languages.ts'
import { fillText } from '#flow/index.ts'
import { findOffice, type Office, type Portal, type Tenant } from '#modules/tenants/index.ts'
import { findAuthority } from '../authority.ts'
import { readBindings } from '../bindings.ts'
import { listDocuments } from '../documents/open-document.ts'
import type { DraftAddress } from '../drafts/model.ts'
import type { Bindings, StoredApplication, StoredDocument } from '../model.ts'
import type { ApplicationServices } from '../services.ts'
import { findByDraft } from './application-store.ts'
import { type OpenedApplication, openAnswers } from './open-answers.ts'
import { trackingCode } from './tracking-code.ts'

/** All that a receipt says, in whatever form. */
export interface Receipt {
  readonly application: StoredApplication
  readonly opened: OpenedApplication
  readonly bindings: Bindings
  readonly files: readonly StoredDocument[]
  readonly authority: Tenant
  readonly office: Office | undefined
  readonly portal: Portal
  /** How long it usually takes, in the words of the package. */
  readonly duration: (language: Language) => string
  /** For following without an account; nobody needs it who has one. */
  readonly code: string | undefined
}

/**
 * The receipt of what was sent from a draft.
 * @throws NotFound when this browser or account sent nothing from it
 */
export async function readReceipt(
  services: ApplicationServices,
  scope: Scope,
  { portal, address }: { portal: Portal; address: DraftAddress },
): Promise<Receipt> {
  const application = await inScope(services.database, scope, db => findByDraft(db, scope, address.draft))
  if (!application || application.portal !== portal.slug || application.service !== address.service)
    throw new NotFound('receipt')
  const opened = await openAnswers(services, application)
  const authority = await findAuthority(services, scope, application.tenant)
  const offer = await services.catalogue.offer(application.tenant, application.service)
  const within = inTenant(scope, application.tenant)
  const { flow, service } = opened.package
  return {
    application,
    opened,
    bindings: readBindings(opened.package, opened.open),
    files: await listDocuments(services, scope, application),
    authority,
    office: offer && (await inScope(services.database, within, db => findOffice(db, within, offer.office))),
    portal,
    duration: lang => fillText(service.facts.duration, { flow, open: opened.open, lang }),
    code: application.account ? undefined : trackingCode(services.keyring, application.draft),
  }
}
