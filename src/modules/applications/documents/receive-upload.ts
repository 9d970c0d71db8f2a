import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type DocumentId, newId } from '#core/ids.ts'
import { countAttempt } from '#core/throttle-store.ts'
import type { UploadAnswer } from '#flow/index.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import type { DraftAddress, OpenedDraft } from '../drafts/model.ts'
import { readDraft } from '../drafts/open-draft.ts'
import type { ApplicationServices } from '../services.ts'
import { insertDraftDocument } from './document-store.ts'
import type { ExaminedFile } from './examine-file.ts'
import { draftLimits, type FileProblem, limitsOf, plainFileName } from './file-limits.ts'
import { documentRow, type StreamedFile, takeFile } from './take-file.ts'
import { filesAt, findUploadField, spotName, type UploadSpot, withFilesAt } from './upload-spot.ts'
import { uploadsIn } from './wrap-document.ts'

export interface UploadRequest {
  readonly address: DraftAddress
  readonly language: Language
  readonly spot: UploadSpot
  readonly file: StreamedFile
  /** Keyed hash of the client's address: nobody fills the disk from one place. */
  readonly client: Buffer
}

/** What became of one file. */
export type UploadOutcome =
  | { readonly field: string; readonly name: string; readonly document: string }
  | ({ readonly field: string; readonly name: string; readonly max_bytes: number } & FileProblem)

const files_per_hour = 2_000

/**
 * Takes one file of a draft: stored while it streams, examined, then named in the answers. Whose draft it is and
 * whether the question is asked is looked at before the first byte is kept.
 *
 * @returns nothing when no such question is asked or the draft was sent
 * @throws NotFound when the draft is not the visitor's
 */
export async function receiveUpload(
  services: ApplicationServices,
  scope: Scope,
  request: UploadRequest,
): Promise<UploadOutcome | undefined> {
  const { address, spot, file, client } = request
  const opened = await readDraft(services, scope, address)
  const field = findUploadField(opened.open, spot)
  if (!field || opened.draft.submittedTo) return undefined
  await inScope(services.database, scope, db =>
    countAttempt(db, scope, { action: 'upload', subject: client, limit: files_per_hour, window_s: 3600 }),
  )
  const limits = limitsOf(field)
  const about = { field: spot.field, name: plainFileName(file.name) }
  const refuse = (problem: FileProblem) => ({ ...about, ...problem, max_bytes: limits.max_bytes })
  const full = fullness(opened, { spot, max_files: limits.max_files })
  if (full) return refuse(full)
  const examined = await takeFile(services.blobs, file, limits)
  if ('problem' in examined) return refuse(examined)
  const named = await nameFile(services, scope, { ...request, examined, max_files: limits.max_files })
  return typeof named === 'string' ? { ...about, document: named } : refuse(named)
}

/** Whether there is room for one more file, at this question and in the draft. */
function fullness(
  opened: OpenedDraft,
  { spot, max_files }: { spot: UploadSpot; max_files: number },
): FileProblem | undefined {
  const { answers } = opened.content
  if (filesAt(answers, spot).length >= max_files) return { problem: 'too_many' }
  const all = uploadsIn(answers)
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  return all.length >= draftLimits.files || bytes >= draftLimits.bytes ? { problem: 'draft_full' } : undefined
}

/** Puts the file into the answers and names its blob, in one transaction; otherwise the blob goes again. */
async function nameFile(
  services: ApplicationServices,
  scope: Scope,
  request: UploadRequest & { examined: ExaminedFile; max_files: number },
): Promise<string | FileProblem> {
  const { address, language, spot, file, examined, max_files } = request
  const id = newId<DocumentId>(scope.now)
  const keys = await services.keyring.of(address.tenant)
  const about = { ...examined, id, field: spotName(spot), name: file.name, createdAt: scope.now }
  const row = documentRow(keys, 'draft_documents', about)
  const upload: UploadAnswer = {
    document: id,
    name: plainFileName(file.name),
    bytes: row.size_bytes,
    type: row.mediaType,
  }
  // When this throws the file stays and is swept: the row may stand although the answer to the commit was lost.
  const changed = await changeDraft<FileProblem | undefined>(services, scope, {
    address,
    language,
    change: async (opened, db) => {
      const { answers } = opened.content
      // Another tab may have filled the last place in the meantime.
      const full = fullness(opened, { spot, max_files })
      if (full) return { answers, open: opened.open, result: full }
      await insertDraftDocument(db, scope, { ...row, ...address })
      return { answers: withFilesAt(answers, spot, [...filesAt(answers, spot), upload]), result: undefined }
    },
  })
  if (!changed.isSent && !changed.result) return id
  await services.blobs.remove(row.blob)
  return changed.isSent ? { problem: 'draft_full' } : (changed.result ?? { problem: 'draft_full' })
}
