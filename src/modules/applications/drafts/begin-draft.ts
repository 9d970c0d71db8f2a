import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type DraftId, newId } from '#core/ids.ts'
import type { ApplicationServices } from '../services.ts'
import { insertDraft } from './draft-store.ts'
import { type DraftAddress, keepUntil, type OpenedDraft, sealContent } from './model.ts'
import { readDraft } from './open-draft.ts'

/**
 * Begins an application: in the account of someone signed in, otherwise in this browser.
 * @throws NotFound when there is no such service
 */
export async function beginDraft(
  services: ApplicationServices,
  scope: Scope,
  begin: Omit<DraftAddress, 'draft'> & { language: Language },
): Promise<OpenedDraft> {
  const pack = await services.catalogue.find(begin.service)
  if (!pack) throw new NotFound('service')
  const { language, ...place } = begin
  const address = { ...place, draft: newId<DraftId>(scope.now) }
  const sealed = sealContent(await services.keyring.of(begin.tenant), address.draft, { answers: {} })
  const expiresAt = keepUntil(scope.now)
  await inScope(services.database, scope, db =>
    insertDraft(db, scope, { ...address, version: pack.version, language, sealed, expiresAt }),
  )
  return readDraft(services, scope, address)
}
