import { PassThrough, type Readable } from 'node:stream'
import { type Blobs, TooLarge, type WrittenBlob } from '#core/blobs/blobs.ts'
import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { DocumentRow } from './document-store.ts'
import { type ExaminedFile, examineFile } from './examine-file.ts'
import { type FileLimits, type FileProblem, plainFileName } from './file-limits.ts'

/** A file as it streams in. */
export interface StreamedFile {
  readonly name: string
  readonly body: Readable
}

/** Writes a file while it streams, then looks into it. What may not be kept is gone when this returns. */
export async function takeFile(
  blobs: Blobs,
  file: StreamedFile,
  limits: FileLimits,
): Promise<ExaminedFile | FileProblem> {
  const written = await writeWithin(blobs, file.body, limits.max_bytes)
  if ('problem' in written) return written
  return examineFile(blobs, written, limits)
}

async function writeWithin(
  blobs: Blobs,
  body: Readable,
  max_bytes: number,
): Promise<WrittenBlob | FileProblem> {
  // Between form and file: a file that is cut off for its size must not tear down the form it came with.
  const way = new PassThrough()
  body.on('error', cause => way.destroy(cause))
  body.on('close', () => {
    if (!body.readableEnded) way.destroy(new Error('the upload broke off'))
  })
  body.pipe(way)
  try {
    const written = await blobs.write(way, max_bytes)
    if (!(body as Readable & { truncated?: boolean }).truncated) return written
    await blobs.remove(written.id)
    return { problem: 'too_large' }
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause
    return { problem: 'too_large' }
  } finally {
    body.unpipe(way)
    body.resume()
  }
}

/** The row that names an examined file; `table` and id go into the sealing, so that no row can be moved. */
export function documentRow(
  keys: TenantKeys,
  table: 'draft_documents' | 'documents',
  file: ExaminedFile & { id: string; field: string; name: string; createdAt: Date },
): DocumentRow {
  return {
    id: file.id,
    field: file.field,
    name: keys.seal(`${table}.name ${file.id}`, Buffer.from(plainFileName(file.name))),
    mediaType: file.mediaType,
    size_bytes: file.blob.size_bytes,
    sha256: file.blob.sha256,
    blob: file.blob.id,
    wrappedKey: keys.seal(`${table}.key ${file.id}`, file.blob.key),
    createdAt: file.createdAt,
  }
}
