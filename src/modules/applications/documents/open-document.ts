import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { FileReply } from '#core/http/visit.ts'
import type { ApplicationId, TenantId } from '#core/ids.ts'
import type { DraftAddress } from '../drafts/model.ts'
import { getDraft } from '../drafts/open-draft.ts'
import type { StoredDocument } from '../model.ts'
import type { ApplicationServices } from '../services.ts'
import { type DocumentRow, findDocumentRow, listDocumentRows, listDraftDocuments } from './document-store.ts'

type DocumentServices = Pick<ApplicationServices, 'database' | 'keyring' | 'blobs'>

/** Types that cannot run anything and may be looked at in the page. */
const shown = ['image/jpeg', 'image/png', 'application/pdf']

/**
 * The files of an application that the asking person may see, in the order in which they came.
 * @example await listDocuments(services, scope, application)
 */
export async function listDocuments(
  services: DocumentServices,
  scope: Scope,
  application: { tenant: TenantId; id: ApplicationId },
): Promise<StoredDocument[]> {
  const rows = await inScope(services.database, scope, db => listDocumentRows(db, scope, application))
  const keys = await services.keyring.of(application.tenant)
  return rows.map(row => ({
    id: row.id,
    field: row.field,
    origin: row.origin,
    name: keys.open(`documents.name ${row.id}`, row.name).toString(),
    mediaType: row.mediaType,
    size_bytes: row.size_bytes,
    sha256: row.sha256.toString('hex'),
    createdAt: row.createdAt,
  }))
}

/**
 * A file of an application, to be sent to whoever may see the application. It streams.
 * @throws NotFound also when it is somebody else's
 */
export async function openDocument(
  services: DocumentServices,
  scope: Scope,
  wanted: { tenant: TenantId; application: ApplicationId; document: string },
): Promise<FileReply> {
  const row = await inScope(services.database, scope, db =>
    findDocumentRow(db, scope, {
      tenant: wanted.tenant,
      id: wanted.application,
      document: wanted.document,
    }),
  )
  if (!row) throw new NotFound('document')
  return replyWith(services, { row, table: 'documents', tenant: wanted.tenant })
}

/** A file of a draft, for the one whose draft it is. @throws NotFound */
export async function openDraftDocument(
  services: DocumentServices,
  scope: Scope,
  { address, document }: { address: DraftAddress; document: string },
): Promise<FileReply> {
  const rows = await inScope(services.database, scope, async db => {
    await getDraft(db, scope, address)
    return listDraftDocuments(db, scope, address)
  })
  const row = rows.find(one => one.id === document)
  if (!row) throw new NotFound('document')
  return replyWith(services, { row, table: 'draft_documents', tenant: address.tenant })
}

async function replyWith(
  services: DocumentServices,
  { row, table, tenant }: { row: DocumentRow; table: 'documents' | 'draft_documents'; tenant: TenantId },
): Promise<FileReply> {
  const keys = await services.keyring.of(tenant)
  const key = keys.open(`${table}.key ${row.id}`, row.wrappedKey)
  return {
    body: services.blobs.read(row.blob, key),
    mediaType: row.mediaType,
    name: keys.open(`${table}.name ${row.id}`, row.name).toString(),
    size: row.size_bytes,
    inline: shown.includes(row.mediaType),
  }
}
