import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type Changed, changeDraft } from '../drafts/change-draft.ts'
import type { DraftAddress } from '../drafts/model.ts'
import type { ApplicationServices } from '../services.ts'
import { deleteDraftDocuments } from './document-store.ts'
import { filesAt, type UploadSpot, withFilesAt } from './upload-spot.ts'

/** Takes a file out of a draft: answer, row and stored bytes. One that is not there is no fault. */
export async function removeUpload(
  services: ApplicationServices,
  scope: Scope,
  request: { address: DraftAddress; language: Language; spot: UploadSpot; document: string },
): Promise<Changed<readonly string[]>> {
  const { address, language, spot, document } = request
  const changed = await changeDraft<readonly string[]>(services, scope, {
    address,
    language,
    change: async ({ content }, db) => {
      const files = filesAt(content.answers, spot)
      const ids = files.filter(file => file.document === document).map(file => file.document)
      const blobs = await deleteDraftDocuments(db, scope, { ...address, ids })
      const left = files.filter(file => file.document !== document)
      return { answers: withFilesAt(content.answers, spot, left), result: blobs }
    },
  })
  if (!changed.isSent) await removeBlobs(services, changed.result)
  return changed
}

/** After the rows are gone for good. A crash in between leaves them to the sweep. */
export async function removeBlobs(
  services: Pick<ApplicationServices, 'blobs'>,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await services.blobs.remove(id)
}
