import { type Selectable, sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { DB } from '#core/db/tables.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, ApplicationId, DraftId, TenantId } from '#core/ids.ts'
import type { Application, StoredApplication } from '../model.ts'

const head = [
  'tenant_id',
  'id',
  'file_number',
  'service_id',
  'service_version',
  'portal_slug',
  'account_id',
  'language',
  'submitted_at',
  'parameters',
] as const
const whole = [...head, 'draft_id', 'answers', 'readable'] as const

type Row = Selectable<DB['applications']>

const readHead = (row: Pick<Row, (typeof head)[number]>): Application => ({
  tenant: row.tenant_id as TenantId,
  id: row.id as ApplicationId,
  fileNumber: row.file_number,
  service: row.service_id,
  version: row.service_version,
  portal: row.portal_slug,
  account: (row.account_id as AccountId | null) ?? undefined,
  language: row.language as Language,
  submittedAt: row.submitted_at,
  parameters: row.parameters as Readonly<Record<string, unknown>>,
})

const readWhole = (row: Pick<Row, (typeof whole)[number]>): StoredApplication => ({
  ...readHead(row),
  draft: row.draft_id as DraftId,
  sealed: { answers: row.answers, readable: row.readable },
})

/** An application that the asking person may see: her own, or one of her authority. */
export async function findApplication(
  db: Db,
  _scope: Scope,
  wanted: { tenant: TenantId; id: ApplicationId },
): Promise<StoredApplication | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(whole)
    .where('tenant_id', '=', wanted.tenant)
    .where('id', '=', wanted.id)
    .executeTakeFirst()
  return row && readWhole(row)
}

/** What was sent from a draft by this browser or account; the draft itself may be deleted by then. */
export async function findByDraft(
  db: Db,
  scope: Scope,
  draft: DraftId,
): Promise<StoredApplication | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(whole)
    .where('draft_id', '=', draft)
    .where(eb =>
      eb.or([
        ...(scope.account ? [eb('account_id', '=', scope.account)] : []),
        ...(scope.guest ? [eb('guest_key', '=', Buffer.from(scope.guest, 'hex'))] : []),
      ]),
    )
    .orderBy('submitted_at')
    .executeTakeFirst()
  return row && readWhole(row)
}

export interface NewApplication {
  readonly id: ApplicationId
  readonly draft: DraftId
  readonly portal: string
  readonly service: string
  readonly version: string
  readonly account: AccountId | undefined
  readonly language: Language
  readonly answers: Buffer
  readonly readable: Buffer
  readonly parameters: Readonly<Record<string, unknown>>
  readonly trackingHash: Buffer
  readonly trackingSecret: string
  /** "LEU-2026": the number within it follows. */
  readonly numberPrefix: string
}

/**
 * Writes the application with the next file number, in one statement.
 * @returns the file number, or nothing when this draft was sent already: `applications_once` is the guard
 */
export async function insertApplication(
  db: Db,
  scope: Scope,
  one: NewApplication,
): Promise<string | undefined> {
  // Without a named target on purpose: taken away from the database, the guard is gone, and the fault harness sees it.
  const { rows } = await sql<{ file_number: string }>`
    with next as (
      insert into counters (tenant_id, name, value) values (${scope.tenant}, ${`file_number ${one.numberPrefix}`}, 1)
      on conflict (tenant_id, name) do update set value = counters.value + 1 returning value
    )
    insert into applications (tenant_id, id, draft_id, portal_slug, service_id, service_version, account_id, guest_key,
      language, answers, readable, parameters, file_number, tracking_hash, tracking_secret, submitted_at)
    select ${scope.tenant}, ${one.id}::uuid, ${one.draft}::uuid, ${one.portal}, ${one.service}, ${one.version},
      ${one.account ?? null}::uuid, ${one.account ? null : Buffer.from(scope.guest!, 'hex')}::bytea,
      ${one.language}, ${one.answers}::bytea, ${one.readable}::bytea, ${JSON.stringify(one.parameters)}::jsonb,
      ${`${one.numberPrefix}-`} || lpad(next.value::text, 5, '0'), ${one.trackingHash}::bytea, ${one.trackingSecret},
      ${scope.now}::timestamptz
    from next
    on conflict do nothing
    returning file_number`.execute(db)
  return rows[0]?.file_number
}
