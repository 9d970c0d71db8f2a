import { sql } from 'kysely'
import type { Db } from '#core/db/database.ts'

/** Every column of the schema that names a stored file; a test compares the list with the database. */
export const blobColumns = ['draft_documents.blob_id', 'documents.blob_id', 'notices.pdf_blob_id'] as const

/**
 * Those of `ids` that some row names. Needs a system scope: it looks across tenants, and at the notices too, because
 * a file that only one module knew of would be swept away by the other.
 */
export async function listNamedBlobs(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const wanted = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ blob: string }>`
    select blob_id as blob from draft_documents where blob_id = ${wanted}
    union select blob_id from documents where blob_id = ${wanted}
    union select pdf_blob_id from notices where pdf_blob_id = ${wanted}`.execute(db)
  return new Set(rows.map(row => row.blob))
}
