import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId } from '#core/ids.ts'
import type { RequestKind } from '../model.ts'

export interface RequestRow {
  readonly id: string
  readonly kind: RequestKind
  readonly account: AccountId | undefined
  readonly content: Buffer
}

const columns = ['id', 'kind', 'account_id', 'content'] as const

interface Selected {
  id: string
  kind: string
  account_id: string | null
  content: Buffer
}

const readRequest = (row: Selected): RequestRow => ({
  id: row.id,
  kind: row.kind as RequestKind,
  account: (row.account_id as AccountId | null) ?? undefined,
  content: row.content,
})

export async function insertRequest(
  db: Db,
  scope: Scope,
  request: RequestRow & { expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('account_requests')
    .values({
      id: request.id,
      kind: request.kind,
      account_id: request.account ?? null,
      content: request.content,
      created_at: scope.now,
      expires_at: request.expiresAt,
    })
    .execute()
}

/** The request, if no mail went out for it yet; locked, so that two runs of the job send one. */
export async function lockNewRequest(db: Db, _scope: Scope, id: string): Promise<RequestRow | undefined> {
  const row = await db
    .selectFrom('account_requests')
    .select(columns)
    .where('id', '=', id)
    .where('token_hash', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && readRequest(row)
}

export async function giveToken(
  db: Db,
  _scope: Scope,
  request: { id: string; account: AccountId | undefined; tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await db
    .updateTable('account_requests')
    .set({
      token_hash: request.tokenHash,
      account_id: request.account ?? null,
      expires_at: request.expiresAt,
    })
    .where('id', '=', request.id)
    .execute()
}

/** The request of a mailed link, while the link holds. */
export async function findRequest(
  db: Db,
  scope: Scope,
  link: { kind: RequestKind; tokenHash: Buffer },
): Promise<RequestRow | undefined> {
  const row = await db
    .selectFrom('account_requests')
    .select(columns)
    .where('token_hash', '=', link.tokenHash)
    .where('kind', '=', link.kind)
    .where('expires_at', '>', scope.now)
    .executeTakeFirst()
  return row && readRequest(row)
}

/** Uses a request up. @returns whether it was still there: of two at once, one wins */
export async function takeRequest(db: Db, _scope: Scope, id: string): Promise<boolean> {
  const row = await db.deleteFrom('account_requests').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Links mailed earlier are worth nothing after the password or the address changed. */
export async function deleteRequestsOf(db: Db, _scope: Scope, account: AccountId): Promise<void> {
  await db.deleteFrom('account_requests').where('account_id', '=', account).execute()
}

export async function deleteOldRequests(db: Db, scope: Scope): Promise<void> {
  await db.deleteFrom('account_requests').where('expires_at', '<', scope.now).execute()
}
