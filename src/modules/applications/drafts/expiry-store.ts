import { sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, DraftId, TenantId } from '#core/ids.ts'

interface Batch {
  readonly before: Date
  readonly limit: number
}

export interface DraftToWarn {
  readonly tenant: TenantId
  readonly draft: DraftId
  readonly account: AccountId
  readonly portal: string
  readonly language: Language
  readonly expiresAt: Date
}

/** Marks drafts of accounts that end before `before` as warned and returns them. Needs a system scope. */
export async function markToWarn(db: Db, scope: Scope, batch: Batch): Promise<DraftToWarn[]> {
  const due = db
    .selectFrom('drafts')
    .select(['tenant_id', 'id'])
    .where('account_id', 'is not', null)
    .where('submitted_tenant_id', 'is', null)
    .where('warned_at', 'is', null)
    .where('expires_at', '<', batch.before)
    .where('expires_at', '>', scope.now)
    .orderBy('expires_at')
    .limit(batch.limit)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .with('due', () => due)
    .updateTable('drafts')
    .from('due')
    .set({ warned_at: scope.now })
    .whereRef('drafts.tenant_id', '=', 'due.tenant_id')
    .whereRef('drafts.id', '=', 'due.id')
    .returning([
      'drafts.tenant_id',
      'drafts.id',
      'drafts.account_id',
      'drafts.portal_slug',
      'drafts.language',
      'drafts.expires_at',
    ])
    .execute()
  return rows.map(row => ({
    tenant: row.tenant_id as TenantId,
    draft: row.id as DraftId,
    account: row.account_id as AccountId,
    portal: row.portal_slug,
    language: row.language as Language,
    expiresAt: row.expires_at,
  }))
}

/** Deletes drafts whose time is over, with the rows of their files. Needs a system scope. */
export async function deleteExpired(db: Db, scope: Scope, limit: number): Promise<Deleted> {
  return deleteDrafts(db, { limit, where: sql`expires_at <= ${scope.now}` })
}

/** Deletes what was sent before `before`: the application has it all. Needs a system scope. */
export async function deleteSent(db: Db, _scope: Scope, { before, limit }: Batch): Promise<Deleted> {
  return deleteDrafts(db, { limit, where: sql`submitted_tenant_id is not null and saved_at < ${before}` })
}

export interface Deleted {
  readonly count: number
  readonly blobs: readonly string[]
}

async function deleteDrafts(
  db: Db,
  { limit, where }: { limit: number; where: ReturnType<typeof sql> },
): Promise<Deleted> {
  const { rows } = await sql<{ count: number; blobs: string[] | null }>`
    with due as (
      select tenant_id, id from drafts where ${where} limit ${limit} for update skip locked
    ), files as (
      delete from draft_documents d using due where d.tenant_id = due.tenant_id and d.draft_id = due.id returning d.blob_id
    ), gone as (
      delete from drafts d using due where d.tenant_id = due.tenant_id and d.id = due.id returning d.id
    )
    select (select count(*) from gone) as count, (select array_agg(blob_id) from files) as blobs`.execute(db)
  return { count: rows[0]?.count ?? 0, blobs: rows[0]?.blobs ?? [] }
}
