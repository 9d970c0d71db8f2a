import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { formatDate } from '#core/i18n/format.ts'
import type { MessageId } from '#core/ids.ts'
import { listMessages, type Message, type MessageCursor } from '#modules/mailbox/index.ts'
import { urls } from '#modules/tenants/index.ts'
import { EmptyState, type Row, Table, Tag } from '#ui/index.ts'
import { OwnLayout } from '../own-layout.tsx'
import { accountPage, type OwnVisit, uuid } from '../own-page.ts'

/** The place after which the next page begins: `2026-11-03T09:00:00.000Z~<id>`. */
const cursor = z.string().transform((text, context): MessageCursor => {
  const [at = '', id = ''] = text.split('~')
  const sentAt = new Date(at)
  if (Number.isNaN(sentAt.getTime()) || !uuid.safeParse(id).success) {
    context.addIssue('cursor')
    return z.NEVER
  }
  return { sentAt, id: id as MessageId }
})

export const mailboxPage = accountPage({
  method: 'GET',
  path: '/konto/postfach',
  audience: 'resident',
  audit: 'mailbox.viewed',
  params: z.object({}),
  query: z.object({ nach: cursor.optional() }),
  handle: async visit => {
    const { services, scope, language } = visit
    const after = visit.query.nach
    const page = await listMessages(services, scope, { language, after })
    const portals = await services.portals.list()
    const senders = new Map(portals.map(portal => [portal.tenant.id, portal.tenant.name]))
    return html(<MailboxPage {...{ visit, ...page, senders }} isLater={after !== undefined} />)
  },
})

interface MailboxPageProps {
  visit: OwnVisit
  messages: readonly Message[]
  next?: MessageCursor | undefined
  senders: ReadonlyMap<string, string>
  isLater: boolean
}

function MailboxPage({ visit, messages, next, senders, isLater }: MailboxPageProps) {
  const { t } = visit
  const title = t('mailbox.title')
  return (
    <OwnLayout {...{ visit, title }} width="wide">
      <h1>{title}</h1>
      {messages.length === 0 ? (
        <EmptyState title={t('mailbox.empty')}>
          <p>{t('mailbox.empty_text')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          captionHidden
          rowHeader="subject"
          columns={[
            { key: 'subject', label: t('mailbox.subject') },
            { key: 'from', label: t('mailbox.from') },
            { key: 'date', label: t('mailbox.date') },
          ]}
          rows={messages.map(message => rowOf(visit, message, senders))}
        />
      )}
      {(isLater || next) && (
        <nav class="th-actions" aria-label={t('mailbox.pages')}>
          {isLater && <a href={urls.accountMailbox}>{t('mailbox.newest')}</a>}
          {next && (
            <a href={`${urls.accountMailbox}?nach=${next.sentAt.toISOString()}~${next.id}`} rel="next">
              {t('mailbox.older')}
            </a>
          )}
        </nav>
      )}
    </OwnLayout>
  )
}

function rowOf({ t, language }: OwnVisit, message: Message, senders: ReadonlyMap<string, string>): Row {
  const { tenant, id, subject, isUnread, direction, sentAt } = message
  return {
    key: id,
    strong: isUnread,
    cells: {
      subject: (
        <span>
          <a href={`${urls.accountMailbox}/${tenant}/${id}`}>{subject}</a>{' '}
          {isUnread && <Tag tone="info">{t('mailbox.new')}</Tag>}
        </span>
      ),
      from: direction === 'to_office' ? t('mailbox.you') : (senders.get(tenant) ?? ''),
      date: (
        <time class="th-nobreak" datetime={sentAt.toISOString()}>
          {formatDate(sentAt, language)}
        </time>
      ),
    },
  }
}
