import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { Answers, OpenFlow } from '#flow/index.ts'
import { findResponsible } from '#modules/tenants/index.ts'
import { placeOf } from '../bindings.ts'
import type { ApplicationServices } from '../services.ts'
import { updateAnswers } from './draft-store.ts'
import {
  type DraftAddress,
  type DraftContent,
  keepUntil,
  type OpenedDraft,
  openContent,
  sealContent,
} from './model.ts'
import { getDraft, openWith } from './open-draft.ts'
import { type Prepared, withPrepared } from './prepare-form.ts'

export interface Change<T> {
  readonly answers: Answers
  /** The form with the new answers, where the change computed it already. */
  readonly open?: OpenFlow | undefined
  readonly result: T
}

export interface ChangeRequest<T> {
  readonly address: DraftAddress
  readonly language: Language
  /** Makes new answers of those that are stored; may run again with newer ones. Waits for nothing but `db`. */
  readonly change: (opened: OpenedDraft, db: Db) => Promise<Change<T>> | Change<T>
}

export type Changed<T> =
  | { readonly isSent: true; readonly opened: OpenedDraft }
  | { readonly isSent: false; readonly opened: OpenedDraft; readonly result: T }

/** Tabs that save at the same moment; more than a person has. */
const tries = 20

/**
 * Changes a draft's answers in one transaction. The change is made on what is stored now: where another tab saved
 * in between, it is made again on that, so that neither loses anything. A draft that was sent stays as it is.
 *
 * @throws NotFound when the draft is not the visitor's
 */
export async function changeDraft<T>(
  services: ApplicationServices,
  scope: Scope,
  request: ChangeRequest<T>,
): Promise<Changed<T>> {
  return withPrepared(services, request.address, prepared =>
    inScope(services.database, scope, async db => {
      for (let attempt = 0; attempt < tries; attempt++) {
        const changed = await attemptChange(db, scope, { request, prepared })
        if (changed) return changed
      }
      throw new Error('the draft changed too often at once')
    }),
  )
}

/** @returns nothing when another tab saved in between */
async function attemptChange<T>(
  db: Db,
  scope: Scope,
  { request, prepared }: { request: ChangeRequest<T>; prepared: Prepared },
): Promise<Changed<T> | undefined> {
  const draft = await getDraft(db, scope, request.address)
  const opened = openWith(prepared, scope, { draft, content: openContent(prepared.keys, draft) })
  if (draft.submittedTo) return { isSent: true, opened }
  const change = await request.change(opened, db)
  const next = await follow(db, scope, { prepared, opened, change })
  const { language } = request
  const expiresAt = keepUntil(scope.now)
  const sealed = sealContent(prepared.keys, draft.draft, next.content)
  if (!(await updateAnswers(db, scope, { ...draft, language, sealed, expiresAt }))) return undefined
  const saved = { ...draft, language, revision: draft.revision + 1, savedAt: scope.now, expiresAt, sealed }
  return { isSent: false, opened: { ...next, draft: saved }, result: change.result }
}

/** The form after the change; a new place may bring another authority with other parameters. */
async function follow<T>(
  db: Db,
  scope: Scope,
  { prepared, opened, change }: { prepared: Prepared; opened: OpenedDraft; change: Change<T> },
): Promise<OpenedDraft> {
  const { draft, package: pack } = opened
  const content: DraftContent = { ...opened.content, answers: change.answers }
  const next = change.open
    ? { draft, package: pack, content, context: opened.context, open: change.open }
    : openWith(prepared, scope, { draft, content })
  const place = placeOf(pack, next.open)
  const name = place && `${place.postcode} ${place.town}`
  if (name === content.authority?.place) return next
  const tenant = place && (await findResponsible(db, draft.service, place))?.tenant
  const moved = { ...content, authority: name ? { place: name, tenant } : undefined }
  const isSame = (tenant ?? draft.tenant) === (content.authority?.tenant ?? draft.tenant)
  return isSame ? { ...next, content: moved } : openWith(prepared, scope, { draft, content: moved })
}
