import type { Keyring } from '#core/crypto/keyring.ts'
import { type Database, type Db, inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, CaseId, MessageId, TenantId } from '#core/ids.ts'
import {
  countUnreadRows,
  findMessageRow,
  listMessageRows,
  listMessageRowsOf,
  type MessageRow,
  markRead,
} from './message-store.ts'
import { type Message, type MessageContent, type MessageCursor, type MessageKind, wordsIn } from './model.ts'
import { contentContext } from './post-message.ts'

const pageSize = 25

interface MailboxServices {
  readonly database: Database
  readonly keyring: Keyring
}

/**
 * One page of a resident's mailbox, newest first, over all authorities.
 * @example const { messages, next } = await listMessages(services, scope, { language: 'de', after })
 */
export async function listMessages(
  services: MailboxServices,
  scope: Scope,
  page: { language: Language; after?: MessageCursor | undefined },
): Promise<{ messages: Message[]; next?: MessageCursor | undefined }> {
  if (!scope.account) return { messages: [] }
  const rows = await inScope(services.database, scope, db =>
    listMessageRows(db, scope, { after: page.after, limit: pageSize + 1 }),
  )
  const messages = await Promise.all(
    rows.slice(0, pageSize).map(row => openRow(services.keyring, row, page.language)),
  )
  const last = messages.at(-1)
  const next = rows.length > pageSize && last ? { sentAt: last.sentAt, id: last.id } : undefined
  return { messages, next }
}

/** All messages about one case, oldest first: for its page, also without an account. Sees what `scope` may see. */
export async function listMessagesOf(
  services: MailboxServices,
  scope: Scope,
  of: { tenant: TenantId; case: CaseId; language: Language },
): Promise<Message[]> {
  const rows = await inScope(services.database, scope, db => listMessageRowsOf(db, scope, of))
  return Promise.all(rows.map(row => openRow(services.keyring, row, of.language)))
}

/**
 * Opens one message of the resident's own and remembers that it was read.
 * @throws NotFound for a foreign one as for an unknown one
 */
export async function openMessage(
  services: MailboxServices,
  scope: Scope,
  key: { tenant: TenantId; message: MessageId; language: Language },
): Promise<Message> {
  const row = await inScope(services.database, scope, db => findMessageRow(db, scope, key))
  if (!row) throw new NotFound('message')
  const within = inTenant(scope, key.tenant)
  if (row.direction === 'to_resident' && !row.read_at)
    await inScope(services.database, within, db => markRead(db, within, key.message))
  return openRow(services.keyring, row, key.language)
}

/** For the number beside "Postfach". */
export async function countUnread(db: Db, scope: Scope): Promise<number> {
  return scope.account ? countUnreadRows(db, scope) : 0
}

async function openRow(keyring: Keyring, row: MessageRow, language: Language): Promise<Message> {
  const keys = await keyring.of(row.tenant_id as TenantId)
  const content = keys.openJson<MessageContent>(contentContext(row.id), row.content)
  return {
    tenant: row.tenant_id as TenantId,
    id: row.id as MessageId,
    case: row.case_id as CaseId,
    account: (row.account_id as AccountId | null) ?? undefined,
    kind: row.kind as MessageKind,
    direction: row.direction as Message['direction'],
    about: row.subject_id ?? undefined,
    subject: wordsIn(content.subject, language),
    body: wordsIn(content.body, language),
    documents: content.documents ?? [],
    asksForFiles: content.asksForFiles ?? false,
    sentAt: row.sent_at,
    isUnread: row.direction === 'to_resident' && row.read_at === null,
  }
}
