import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import type { NoticeId } from '../ids.ts'

export async function insertMail(
  db: Db,
  scope: Scope,
  mail: { id: string; recipient: Buffer; content: Buffer; messageId: string; notice?: NoticeId | undefined },
): Promise<void> {
  await db
    .insertInto('mails')
    .values({
      id: mail.id,
      recipient: mail.recipient,
      content: mail.content,
      message_id: mail.messageId,
      created_at: scope.now,
      tenant_id: mail.notice ? scope.tenant! : null,
      notice_id: mail.notice ?? null,
    })
    .execute()
}

/** The mail, locked until the transaction ends; nothing when it was sent already. */
export async function lockUnsentMail(db: Db, _scope: Scope, id: string) {
  return db
    .selectFrom('mails')
    .selectAll()
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function markMailSent(db: Db, scope: Scope, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set({ sent_at: scope.now, attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .execute()
}

/** For `/metrics` and `/readyz`: how many wait. */
export async function countUnsentMails(db: Db): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function keepDemoMail(
  db: Db,
  scope: Scope,
  mail: { messageId: string; to: string; subject: string; text: string },
): Promise<void> {
  await db
    .insertInto('demo_mails')
    .values({
      message_id: mail.messageId,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.text,
      sent_at: scope.now,
    })
    .onConflict(conflict => conflict.column('message_id').doNothing())
    .execute()
}

export async function listDemoMails(
  db: Db,
): Promise<{ recipient: string; subject: string; body: string; sent_at: Date }[]> {
  return db
    .selectFrom('demo_mails')
    .select(['recipient', 'subject', 'body', 'sent_at'])
    .orderBy('sent_at', 'desc')
    .limit(100)
    .execute()
}
