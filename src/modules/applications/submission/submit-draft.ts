import { recordEvent } from '#core/audit.ts'
import { dayInGermany } from '#core/clock.ts'
import type { TenantKeys } from '#core/crypto/keyring.ts'
import { type Db, inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { type ApplicationId, newId, type TenantId } from '#core/ids.ts'
import { describeOpen, openFlow } from '#flow/index.ts'
import { findResponsible } from '#modules/tenants/index.ts'
import { findAuthority } from '../authority.ts'
import { placeOf, readBindings, secondFactor } from '../bindings.ts'
import { insertDocuments, listDraftDocuments } from '../documents/document-store.ts'
import { rewrapDocuments } from '../documents/wrap-document.ts'
import { pinAuthority } from '../drafts/draft-store.ts'
import type { DraftAddress, OpenedDraft } from '../drafts/model.ts'
import { readDraft } from '../drafts/open-draft.ts'
import type { Readable, StoredApplication } from '../model.ts'
import type { ApplicationServices } from '../services.ts'
import { findByDraft, insertApplication, type NewApplication } from './application-store.ts'
import { nameHash, trackingCode, trackingHash } from './tracking-code.ts'

export type Submitted =
  | { readonly kind: 'received'; readonly application: StoredApplication; readonly isFirst: boolean }
  /** Answers are missing, or changed since the resident saw them. */
  | { readonly kind: 'incomplete' | 'changed' }
  /** Nobody here decides on matters at that place. */
  | { readonly kind: 'not_responsible' }

/** The draft was changed or sent by another request in between; what that made is looked at anew. */
class Overtaken extends Error {}

const tries = 5

/**
 * Sends a draft to the responsible authority, exactly once: a double click, a reload or another tab get the same
 * application back. All that belongs to it is written in one transaction.
 *
 * @param request `seen`: the revision that the resident confirmed; left out, whatever is stored is sent
 * @throws NotFound when the draft is not the visitor's
 */
export async function submitDraft(
  services: ApplicationServices,
  scope: Scope,
  request: { address: DraftAddress; seen?: number | undefined },
): Promise<Submitted> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const known = await inScope(services.database, scope, db => findByDraft(db, scope, request.address.draft))
    if (known) return { kind: 'received', application: known, isFirst: false }
    const opened = await readDraft(services, scope, request.address)
    if (request.seen !== undefined && request.seen !== opened.draft.revision) return { kind: 'changed' }
    try {
      return await send(services, scope, opened)
    } catch (cause) {
      if (!(cause instanceof Overtaken)) throw cause
    }
  }
  throw new Error('the draft changed too often while it was sent')
}

async function send(services: ApplicationServices, scope: Scope, read: OpenedDraft): Promise<Submitted> {
  const responsible = await findResponsibleOffice(services, scope, read)
  if (!responsible) return { kind: 'not_responsible' }
  // The form is computed again with what holds at the responsible authority: nothing the browser skipped gets through.
  const context = { ...read.context, param: responsible.param }
  const open = openFlow(read.package.flow, read.content.answers, context)
  if (!open.complete) return { kind: 'incomplete' }
  const opened = { ...read, context, open }
  const { draft } = opened
  const keys = {
    from: await services.keyring.of(draft.tenant),
    to: await services.keyring.of(responsible.tenant),
  }
  const within = inTenant(scope, responsible.tenant)
  const authority = await findAuthority(services, scope, responsible.tenant)
  const numberPrefix = `${authority.settings.file_prefix}-${dayInGermany(scope.now).slice(0, 4)}`
  const application = sealApplication(services, within, { opened, keys: keys.to, numberPrefix })
  const received = await inScope(services.database, within, async db => {
    const stored = await write(db, within, { opened, application, keys })
    await services.onSubmitted(db, within, {
      application: stored,
      package: opened.package,
      answers: open.answers,
      bindings: readBindings(opened.package, open),
      office: responsible.office,
    })
    return stored
  })
  services.metrics.countSubmission(draft.service)
  return { kind: 'received', application: received, isFirst: true }
}

interface Responsible {
  readonly tenant: TenantId
  readonly office: string
  readonly param: Readonly<Record<string, unknown>>
}

/** Whoever is responsible for the place; where the matter has none, the portal's own authority if it offers it. */
async function findResponsibleOffice(
  services: ApplicationServices,
  scope: Scope,
  { draft, package: pack, open }: OpenedDraft,
): Promise<Responsible | undefined> {
  const place = placeOf(pack, open)
  const found =
    draft.submittedTo ??
    (place &&
      (await inScope(services.database, scope, db => findResponsible(db, draft.service, place)))?.tenant) ??
    draft.tenant
  const offer = await services.catalogue.offer(found, draft.service)
  return offer && { tenant: found, office: offer.office, param: offer.param }
}

function sealApplication(
  services: ApplicationServices,
  scope: Scope,
  { opened, keys, numberPrefix }: { opened: OpenedDraft; keys: TenantKeys; numberPrefix: string },
): NewApplication {
  const { draft, package: pack, open, context } = opened
  const id = newId<ApplicationId>(scope.now)
  const { language } = draft
  const german = describeOpen(pack.flow, open, 'de')
  const own = language === 'de' ? german : describeOpen(pack.flow, open, language)
  const readable: Readable = { language, own, german }
  const { keyring } = services
  return {
    id,
    draft: draft.draft,
    portal: draft.portal,
    service: draft.service,
    version: draft.version,
    account: draft.account,
    language,
    answers: keys.sealJson(`applications.answers ${id}`, open.answers),
    readable: keys.sealJson(`applications.readable ${id}`, readable),
    parameters: context.param,
    trackingHash: trackingHash(keyring, trackingCode(keyring, draft.draft)),
    trackingSecret: nameHash(keyring, draft.draft, secondFactor(pack, open) ?? ''),
    numberPrefix,
  }
}

/** Application, files and event; the caller's hook opens the case beside them. @throws Overtaken */
async function write(
  db: Db,
  scope: Scope,
  input: {
    opened: OpenedDraft
    application: NewApplication
    keys: { from: TenantKeys; to: TenantKeys }
  },
): Promise<StoredApplication> {
  const { opened, application, keys } = input
  const { draft, open } = opened
  if (!(await pinAuthority(db, scope, draft))) throw new Overtaken()
  const fileNumber = await insertApplication(db, scope, application)
  // Rolled back as a whole, so that not even a file number is used up.
  if (!fileNumber) throw new Overtaken()
  const documents = rewrapDocuments(await listDraftDocuments(db, scope, draft), {
    keys,
    answers: open.answers,
  })
  await insertDocuments(db, scope, { application: application.id, documents })
  const { id, service } = application
  await recordEvent(db, scope, { name: 'application.submitted', subject: id, data: { service } })
  const { answers, readable, trackingHash: _, trackingSecret: __, numberPrefix: ___, ...rest } = application
  return {
    ...rest,
    tenant: scope.tenant!,
    fileNumber,
    submittedAt: scope.now,
    sealed: { answers, readable },
  }
}
