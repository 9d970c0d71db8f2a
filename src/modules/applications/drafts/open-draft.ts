import { dayInGermany } from '#core/clock.ts'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { type OpenFlow, openFlow } from '#flow/index.ts'
import type { ApplicationServices } from '../services.ts'
import { findDraft, readDraftOnce } from './draft-store.ts'
import { type Draft, type DraftAddress, type DraftContent, type OpenedDraft, openContent } from './model.ts'
import { type Prepared, prepare } from './prepare-form.ts'

/**
 * The visitor's draft with its form. A foreign draft is as unknown as one that never was.
 * @throws NotFound
 */
export async function readDraft(
  services: ApplicationServices,
  scope: Scope,
  address: DraftAddress,
): Promise<OpenedDraft> {
  const draft = await readDraftOnce(services.database, scope, address)
  if (!draft) throw new NotFound('draft')
  const keys = await services.keyring.of(draft.tenant)
  const content = openContent(keys, draft)
  const needs = [{ tenant: content.authority?.tenant ?? draft.tenant }, { version: draft.version }]
  return openWith(await prepare(services, draft, needs), scope, { draft, content })
}

/** @throws NotFound */
export async function getDraft(db: Db, scope: Scope, address: DraftAddress): Promise<Draft> {
  const draft = await findDraft(db, scope, address)
  if (!draft) throw new NotFound('draft')
  return draft
}

/** Opens a draft's form with the parameters of whoever is responsible, as far as that is known by now. */
export function openWith(
  prepared: Prepared,
  scope: Scope,
  { draft, content }: { draft: Draft; content: DraftContent },
): OpenedDraft {
  const pack = prepared.packageOf(draft.version)
  const param = prepared.parametersOf(content.authority?.tenant ?? draft.tenant)
  const context = { today: dayInGermany(scope.now), param, portal: draft.portal }
  let open: OpenFlow | undefined
  return {
    draft,
    package: pack,
    content,
    context,
    // Computed when it is asked for: a page that is saved computes the form with its new answers anyway.
    get open() {
      open ??= openFlow(pack.flow, content.answers, context)
      return open
    },
  }
}
