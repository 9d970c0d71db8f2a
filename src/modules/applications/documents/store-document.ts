import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { type ApplicationId, type DocumentId, newId } from '#core/ids.ts'
import type { DocumentOrigin } from '../model.ts'
import type { ApplicationServices } from '../services.ts'
import { insertDocuments } from './document-store.ts'
import type { FileLimits, FileProblem } from './file-limits.ts'
import { documentRow, type StreamedFile, takeFile } from './take-file.ts'

/** What an answer to a request, or the office itself, may add. */
export const laterLimits: FileLimits = {
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  max_bytes: 10_000_000,
}

/**
 * Adds a file to an application that was received already. Examined like every other.
 *
 * @param scope with the application's authority as tenant: that the visitor may write there was proved before
 * @param input `field`: what it belongs to, for example the id of a request
 * @example await storeDocument(services, inTenant(scope, tenant), { application, origin: 'answer', field: request, file })
 */
export async function storeDocument(
  services: Pick<ApplicationServices, 'database' | 'keyring' | 'blobs'>,
  scope: Scope,
  input: {
    application: ApplicationId
    origin: Exclude<DocumentOrigin, 'applicant'>
    field: string
    file: StreamedFile
    limits?: FileLimits
  },
): Promise<{ document: DocumentId } | FileProblem> {
  const { application, origin, field, file, limits = laterLimits } = input
  const examined = await takeFile(services.blobs, file, limits)
  if ('problem' in examined) return examined
  const id = newId<DocumentId>(scope.now)
  const keys = await services.keyring.of(scope.tenant!)
  const row = documentRow(keys, 'documents', {
    ...examined,
    id,
    field,
    name: file.name,
    createdAt: scope.now,
  })
  // When this fails the file stays and is swept: the row may stand although the answer to the commit was lost.
  await inScope(services.database, scope, db =>
    insertDocuments(db, scope, { application, documents: [{ ...row, origin }] }),
  )
  return { document: id }
}
