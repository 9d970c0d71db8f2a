import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type Answers, type ItemAnswer, removeItem } from '#flow/index.ts'
import { deleteDraftDocuments } from '../documents/document-store.ts'
import { removeBlobs } from '../documents/remove-upload.ts'
import { uploadsIn } from '../documents/wrap-document.ts'
import { type Changed, changeDraft } from '../drafts/change-draft.ts'
import type { DraftAddress } from '../drafts/model.ts'
import type { ApplicationServices } from '../services.ts'

/** Takes one entry of a group out of the answers, with its files. One that is gone already is no fault. */
export async function removeEntry(
  services: ApplicationServices,
  scope: Scope,
  request: { address: DraftAddress; language: Language; page: string; group: { id: string; item: string } },
): Promise<Changed<readonly string[]>> {
  const { address, language, group } = request
  const changed = await changeDraft<readonly string[]>(services, scope, {
    address,
    language,
    change: async ({ package: pack, content }, db) => {
      const page = pack.flow.pages.find(one => one.slug === request.page)
      const place = { pageId: page?.id ?? '', groupId: group.id, itemId: group.item }
      const items = (content.answers[group.id] ?? []) as readonly ItemAnswer[]
      const gone = items.find(item => item._id === group.item)
      const ids = gone ? uploadsIn(gone as unknown as Answers).map(file => file.document) : []
      const blobs = await deleteDraftDocuments(db, scope, { ...address, ids })
      return { answers: removeItem(pack.flow, place, content.answers), result: blobs }
    },
  })
  if (!changed.isSent) await removeBlobs(services, changed.result)
  return changed
}
