import { randomUUID } from 'node:crypto'
import type { Keyring } from '../crypto/keyring.ts'
import type { Db } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import type { NoticeId } from '../ids.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/jobs.ts'
import { insertMail } from './mail-store.ts'

/** A mail says that something is there and where, never what. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The notice whose notification this mail is (§ 41 Abs. 2a VwVfG): the time of acceptance is recorded. */
  readonly notice?: NoticeId
}

/**
 * Puts a mail into the outbox, in the caller's transaction. Its Message-ID is fixed here: if a crash falls between
 * the mail server's acceptance and our record, the repeated mail carries the same one and can be told apart.
 */
export async function postMail(
  db: Db,
  scope: Scope,
  mail: Mail & { keyring: Keyring; host: string },
): Promise<void> {
  const id = newId<string>(scope.now)
  await insertMail(db, scope, {
    id,
    recipient: mail.keyring.system.seal(`mails.recipient ${id}`, Buffer.from(mail.to)),
    content: mail.keyring.system.sealJson(`mails.content ${id}`, { subject: mail.subject, text: mail.text }),
    messageId: `<${randomUUID()}@${mail.host}>`,
    notice: mail.notice,
  })
  await enqueue(db, { task: 'send-mail', payload: { mail: id }, key: `mail ${id}` })
}
