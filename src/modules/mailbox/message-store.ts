import { type Selectable, sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Messages } from '#core/db/tables.ts'
import type { CaseId, MessageId, TenantId } from '#core/ids.ts'
import type { MessageCursor } from './model.ts'

export type MessageRow = Selectable<Messages>

export async function insertMessage(
  db: Db,
  scope: Scope,
  message: Omit<MessageRow, 'tenant_id' | 'read_at'>,
): Promise<void> {
  await db
    .insertInto('messages')
    .values({ ...message, tenant_id: scope.tenant!, read_at: null })
    .execute()
}

/** The mailbox of an account over all authorities, newest first. */
export async function listMessageRows(
  db: Db,
  scope: Scope,
  page: { after?: MessageCursor | undefined; limit: number },
): Promise<MessageRow[]> {
  const { after } = page
  return db
    .selectFrom('messages')
    .selectAll()
    .where('account_id', '=', scope.account!)
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(sent_at, id) < (${after!.sentAt}, ${after!.id})`),
    )
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}

/** What was written about one case, oldest first. */
export async function listMessageRowsOf(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; case: CaseId },
): Promise<MessageRow[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('case_id', '=', key.case)
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
}

export async function findMessageRow(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; message: MessageId },
): Promise<MessageRow | undefined> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('id', '=', key.message)
    .executeTakeFirst()
}

/** The first opening counts; later ones change nothing. */
export async function markRead(db: Db, scope: Scope, id: MessageId): Promise<void> {
  await db
    .updateTable('messages')
    .set({ read_at: scope.now })
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute()
}

export async function countUnreadRows(db: Db, scope: Scope): Promise<number> {
  const row = await db
    .selectFrom('messages')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', scope.account!)
    .where('direction', '=', 'to_resident')
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
