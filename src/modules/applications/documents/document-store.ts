import type { Selectable } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { DB } from '#core/db/tables.ts'
import type { ApplicationId, DraftId, TenantId } from '#core/ids.ts'
import type { DocumentOrigin } from '../model.ts'

/** A file as both tables keep it; `name` and `wrappedKey` are sealed with the tenant's key. */
export interface DocumentRow {
  readonly id: string
  readonly field: string
  readonly name: Buffer
  readonly mediaType: string
  readonly size_bytes: number
  readonly sha256: Buffer
  readonly blob: string
  readonly wrappedKey: Buffer
  readonly createdAt: Date
}

const columns = [
  'id',
  'field',
  'name',
  'media_type',
  'size_bytes',
  'sha256',
  'blob_id',
  'wrapped_key',
  'created_at',
] as const

const readRow = (row: Pick<Selectable<DB['draft_documents']>, (typeof columns)[number]>): DocumentRow => ({
  id: row.id,
  field: row.field,
  name: row.name,
  mediaType: row.media_type,
  size_bytes: Number(row.size_bytes),
  sha256: row.sha256,
  blob: row.blob_id,
  wrappedKey: row.wrapped_key,
  createdAt: row.created_at,
})

const values = (one: DocumentRow) => ({
  id: one.id,
  field: one.field,
  name: one.name,
  media_type: one.mediaType,
  size_bytes: one.size_bytes,
  sha256: one.sha256,
  blob_id: one.blob,
  wrapped_key: one.wrappedKey,
  created_at: one.createdAt,
})

interface DraftKey {
  readonly tenant: TenantId
  readonly draft: DraftId
}

/** Again does no harm: the change that it belongs to may be tried twice. */
export async function insertDraftDocument(db: Db, _scope: Scope, one: DocumentRow & DraftKey): Promise<void> {
  await db
    .insertInto('draft_documents')
    .values({ tenant_id: one.tenant, draft_id: one.draft, ...values(one) })
    .onConflict(conflict => conflict.columns(['tenant_id', 'draft_id', 'id']).doNothing())
    .execute()
}

export async function listDraftDocuments(db: Db, _scope: Scope, of: DraftKey): Promise<DocumentRow[]> {
  const rows = await db
    .selectFrom('draft_documents')
    .select(columns)
    .where('tenant_id', '=', of.tenant)
    .where('draft_id', '=', of.draft)
    .execute()
  return rows.map(readRow)
}

/** @returns the blobs that no draft names any more */
export async function deleteDraftDocuments(
  db: Db,
  _scope: Scope,
  of: DraftKey & { ids: readonly string[] },
): Promise<string[]> {
  if (of.ids.length === 0) return []
  const rows = await db
    .deleteFrom('draft_documents')
    .where('tenant_id', '=', of.tenant)
    .where('draft_id', '=', of.draft)
    .where('id', 'in', [...of.ids])
    .returning('blob_id')
    .execute()
  return rows.map(row => row.blob_id)
}

export interface NewDocument extends DocumentRow {
  readonly origin: DocumentOrigin
}

export async function insertDocuments(
  db: Db,
  scope: Scope,
  { application, documents }: { application: ApplicationId; documents: readonly NewDocument[] },
): Promise<void> {
  if (documents.length === 0) return
  await db
    .insertInto('documents')
    .values(
      documents.map(one => ({
        tenant_id: scope.tenant!,
        application_id: application,
        origin: one.origin,
        ...values(one),
      })),
    )
    .execute()
}

interface ApplicationKey {
  readonly tenant: TenantId
  readonly id: ApplicationId
}

/** Files of an application that the asking person may see, in the order in which they came. */
export async function listDocumentRows(
  db: Db,
  _scope: Scope,
  of: ApplicationKey,
): Promise<(DocumentRow & { origin: DocumentOrigin })[]> {
  const rows = await db
    .selectFrom('documents')
    .select([...columns, 'origin'])
    .where('tenant_id', '=', of.tenant)
    .where('application_id', '=', of.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...readRow(row), origin: row.origin as DocumentOrigin }))
}

export async function findDocumentRow(
  db: Db,
  _scope: Scope,
  of: ApplicationKey & { document: string },
): Promise<DocumentRow | undefined> {
  const row = await db
    .selectFrom('documents')
    .select(columns)
    .where('tenant_id', '=', of.tenant)
    .where('application_id', '=', of.id)
    .where('id', '=', of.document)
    .executeTakeFirst()
  return row && readRow(row)
}

/** A file of an answer that was not sent yet. @returns its blob, which no row names any more */
export async function deleteAnswerDocument(
  db: Db,
  scope: Scope,
  of: { application: ApplicationId; request: string; document: string },
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('documents')
    .where('tenant_id', '=', scope.tenant!)
    .where('application_id', '=', of.application)
    .where('origin', '=', 'answer')
    .where('field', '=', of.request)
    .where('id', '=', of.document)
    .returning('blob_id')
    .executeTakeFirst()
  return row?.blob_id
}
