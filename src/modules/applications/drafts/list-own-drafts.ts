import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Text } from '#core/i18n/languages.ts'
import type { DraftId } from '#core/ids.ts'
import { resumeUrl } from '../questions/next-page.ts'
import type { ApplicationServices } from '../services.ts'
import { listUnsentOf } from './draft-store.ts'
import { readDraft } from './open-draft.ts'

/** A form that was begun and not sent, as a list of one's own shows it. */
export interface OwnDraft {
  readonly draft: DraftId
  readonly title: Text
  /** The first page that is not complete. */
  readonly href: string
  readonly savedAt: Date
  /** Deleted then (§ 8a Abs. 3 OZG). */
  readonly expiresAt: Date
}

/**
 * What the resident began with her account and has not sent, over all portals, the newest first.
 * @example for (const draft of await listOwnDrafts(services, visit.scope)) draft.href
 */
export async function listOwnDrafts(services: ApplicationServices, scope: Scope): Promise<OwnDraft[]> {
  const drafts = await inScope(services.database, scope, db => listUnsentOf(db, scope))
  const own: OwnDraft[] = []
  for (const draft of drafts) {
    const { open, package: pack } = await readDraft(services, scope, draft)
    const { savedAt, expiresAt } = draft
    own.push({
      draft: draft.draft,
      title: pack.service.title,
      href: resumeUrl(draft, open),
      savedAt,
      expiresAt,
    })
  }
  return own
}
