import type { Keyring } from '#core/crypto/keyring.ts'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type AccountId, type CaseId, type MessageId, type NoticeId, newId } from '#core/ids.ts'
import { postMail } from '#core/mail/mail.ts'
import { urls } from '#modules/tenants/index.ts'
import { insertMessage } from './message-store.ts'
import { messages } from './messages.ts'
import type { MessageContent, MessageKind } from './model.ts'

/** Whom a mail tells that something is there. */
export interface Notify {
  readonly email: string
  readonly language: Language
  /** Name of the authority as it stands in the mail: "Stadt Leuna". */
  readonly authority: string
  /** Portal of the application: someone without an account reads there. */
  readonly portal: string
  readonly baseUrl: string
  /** The notice whose notification this mail is (§ 41 Abs. 2a VwVfG). */
  readonly notice?: NoticeId | undefined
}

export interface NewMessage {
  readonly keyring: Keyring
  readonly case: CaseId
  readonly account?: AccountId | undefined
  readonly kind: MessageKind
  readonly content: MessageContent
  /** Notice or request it is about. */
  readonly about?: string | undefined
  readonly notify?: Notify | undefined
}

const contentContext = (id: string) => `messages.content ${id}`

export { contentContext }

/**
 * Puts a message into the mailbox and, with `notify`, a mail into the outbox, all in the caller's transaction.
 * The mail says that something is there and from whom, never what.
 *
 * @example
 * await postMessage(db, scope, { keyring, case: id, account, kind: 'request',
 *   content: { subject, body }, notify: { email, language: 'de', authority: 'Stadt Leuna', portal: 'leuna', baseUrl } })
 */
export async function postMessage(db: Db, scope: Scope, message: NewMessage): Promise<MessageId> {
  const id = newId<MessageId>(scope.now)
  const keys = await message.keyring.of(scope.tenant!)
  await insertMessage(db, scope, {
    id,
    case_id: message.case,
    account_id: message.account ?? null,
    kind: message.kind,
    direction: message.kind === 'answer' ? 'to_office' : 'to_resident',
    content: keys.sealJson(contentContext(id), message.content),
    subject_id: message.about ?? null,
    sent_at: scope.now,
  })
  if (message.notify)
    await tell(db, scope, { ...message.notify, keyring: message.keyring, account: message.account })
  return id
}

async function tell(
  db: Db,
  scope: Scope,
  notify: Notify & { keyring: Keyring; account: AccountId | undefined },
): Promise<void> {
  const t = messages.in(notify.language)
  const place = notify.account ? urls.accountMailbox : urls.status(notify.portal)
  const values = { authority: notify.authority, link: new URL(place, notify.baseUrl).href }
  await postMail(db, scope, {
    keyring: notify.keyring,
    host: new URL(notify.baseUrl).hostname,
    to: notify.email,
    subject: t('mail.subject', values),
    text: t(notify.account ? 'mail.text' : 'mail.text_guest', values),
    ...(notify.notice && { notice: notify.notice }),
  })
}
