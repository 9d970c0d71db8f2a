import type { Selectable } from 'kysely'
import type { Database, Db } from '#core/db/database.ts'
import { readOnce } from '#core/db/read-once.ts'
import type { Scope } from '#core/db/scope.ts'
import type { DB } from '#core/db/tables.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, DraftId, TenantId } from '#core/ids.ts'
import type { Draft, DraftAddress } from './model.ts'

const columns = [
  'tenant_id',
  'id',
  'portal_slug',
  'service_id',
  'service_version',
  'account_id',
  'language',
  'answers',
  'revision',
  'created_at',
  'saved_at',
  'expires_at',
  'submitted_tenant_id',
  'resume_hash',
] as const

type Row = Pick<Selectable<DB['drafts']>, (typeof columns)[number]>

const readDraftRow = (row: Row): Draft => ({
  tenant: row.tenant_id as TenantId,
  draft: row.id as DraftId,
  portal: row.portal_slug,
  service: row.service_id,
  version: row.service_version,
  account: (row.account_id as AccountId | null) ?? undefined,
  language: row.language as Language,
  revision: row.revision,
  createdAt: row.created_at,
  savedAt: row.saved_at,
  expiresAt: row.expires_at,
  submittedTo: (row.submitted_tenant_id as TenantId | null) ?? undefined,
  hasResumeCode: row.resume_hash !== null,
  sealed: row.answers,
})

export async function insertDraft(
  db: Db,
  scope: Scope,
  draft: DraftAddress & { version: string; language: Language; sealed: Buffer; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      tenant_id: draft.tenant,
      id: draft.draft,
      portal_slug: draft.portal,
      service_id: draft.service,
      service_version: draft.version,
      account_id: scope.account ?? null,
      guest_key: scope.account ? null : Buffer.from(scope.guest!, 'hex'),
      language: draft.language,
      answers: draft.sealed,
      created_at: scope.now,
      saved_at: scope.now,
      expires_at: draft.expiresAt,
    })
    .execute()
}

/** The draft if it is the visitor's own: row-level security leaves out all others. */
export async function findDraft(db: Db, scope: Scope, address: DraftAddress): Promise<Draft | undefined> {
  const row = await selectDraft(db, scope, address).executeTakeFirst()
  return row && readDraftRow(row)
}

/** As `findDraft`, in a transaction of its own: the one query behind every question page. */
export async function readDraftOnce(
  database: Database,
  scope: Scope,
  address: DraftAddress,
): Promise<Draft | undefined> {
  const [row] = await readOnce(database, scope, db => selectDraft(db, scope, address))
  return row && readDraftRow(row)
}

function selectDraft(db: Db, scope: Scope, address: DraftAddress) {
  return db
    .selectFrom('drafts')
    .select(columns)
    .where('tenant_id', '=', address.tenant)
    .where('id', '=', address.draft)
    .where('portal_slug', '=', address.portal)
    .where('service_id', '=', address.service)
    .where('expires_at', '>', scope.now)
}

/** Drafts of this service that the visitor has not sent yet, the newest first. */
export async function listUnsent(
  db: Db,
  scope: Scope,
  place: Pick<DraftAddress, 'tenant' | 'portal' | 'service'>,
): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .select(columns)
    .where(eb => eb.or([...ownerIs(scope).map(([column, value]) => eb(column, '=', value))]))
    .where('tenant_id', '=', place.tenant)
    .where('portal_slug', '=', place.portal)
    .where('service_id', '=', place.service)
    .where('submitted_tenant_id', 'is', null)
    .where('expires_at', '>', scope.now)
    .orderBy('saved_at', 'desc')
    .limit(5)
    .execute()
  return rows.map(readDraftRow)
}

/** All drafts of an account that were not sent yet, over all portals, the newest first. */
export async function listUnsentOf(db: Db, scope: Scope): Promise<Draft[]> {
  if (!scope.account) return []
  const rows = await db
    .selectFrom('drafts')
    .select(columns)
    .where('account_id', '=', scope.account)
    .where('submitted_tenant_id', 'is', null)
    .where('expires_at', '>', scope.now)
    .orderBy('saved_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(readDraftRow)
}

/** Named again beside row-level security, so that the owner's index is used. */
function ownerIs(scope: Scope): ['account_id' | 'guest_key', string | Buffer][] {
  return [
    ...(scope.account ? [['account_id', scope.account] as ['account_id', string]] : []),
    ...(scope.guest ? [['guest_key', Buffer.from(scope.guest, 'hex')] as ['guest_key', Buffer]] : []),
  ]
}

/** @returns whether it was still the revision that was read, and not sent meanwhile */
export async function updateAnswers(
  db: Db,
  scope: Scope,
  draft: Pick<Draft, 'tenant' | 'draft' | 'revision'> & {
    language: Language
    sealed: Buffer
    expiresAt: Date
  },
): Promise<boolean> {
  const result = await db
    .updateTable('drafts')
    .set({
      answers: draft.sealed,
      revision: draft.revision + 1,
      language: draft.language,
      saved_at: scope.now,
      expires_at: draft.expiresAt,
      warned_at: null,
    })
    .where('tenant_id', '=', draft.tenant)
    .where('id', '=', draft.draft)
    .where('revision', '=', draft.revision)
    .where('submitted_tenant_id', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** From the browser into the account: resume code and cookie open it no longer. */
export async function giveToAccount(db: Db, scope: Scope, address: DraftAddress): Promise<void> {
  await db
    .updateTable('drafts')
    .set({ account_id: scope.account!, guest_key: null, resume_hash: null, resume_secret: null })
    .where('tenant_id', '=', address.tenant)
    .where('id', '=', address.draft)
    .where('guest_key', 'is not', null)
    .execute()
}

/**
 * Says where the draft goes. It holds for ever, since `applications_once` counts within one authority.
 * @returns false when the draft was changed or sent elsewhere since it was read
 */
export async function pinAuthority(
  db: Db,
  scope: Scope,
  draft: Pick<Draft, 'tenant' | 'draft' | 'revision'>,
): Promise<boolean> {
  const result = await db
    .updateTable('drafts')
    .set({ submitted_tenant_id: scope.tenant! })
    .where('tenant_id', '=', draft.tenant)
    .where('id', '=', draft.draft)
    .where('revision', '=', draft.revision)
    .where(eb =>
      eb.or([eb('submitted_tenant_id', 'is', null), eb('submitted_tenant_id', '=', scope.tenant!)]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
