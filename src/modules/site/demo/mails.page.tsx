import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { formatDateTime } from '#core/i18n/format.ts'
import { listDemoMails } from '#core/mail/mail-store.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { Card, EmptyState, LinkButton } from '#ui/index.ts'
import type { SiteServices } from '../services.ts'
import { readMail } from './mail-text.ts'
import { messages } from './messages.ts'

/** The mails of the demo, which has no mail server. A real installation has no such page. */
export const demoMailsPage = page({
  method: 'GET',
  path: urls.demoMail,
  audience: 'anyone',
  audit: 'demo-mails.listed',
  params: z.strictObject({}),
  handle: async (visit: Visit<SiteServices, object>) => {
    const { services, scope, language } = visit
    if (!services.settings.demo) throw new NotFound('demo only')
    const mails = await inScope(services.database, scope, listDemoMails)
    const t = messages.in(language)
    return html(
      <Layout visit={visit} title={t('mail.title')}>
        <div class="th-stack">
          <h1>{t('mail.title')}</h1>
          <p class="th-lead">{t('mail.lead')}</p>
          <p>
            <LinkButton kind="secondary" href={urls.demoMail}>
              {t('mail.reload')}
            </LinkButton>
          </p>
          {mails.length === 0 && (
            <EmptyState title={t('mail.none')}>
              <p>{t('mail.none_text')}</p>
              <LinkButton href={urls.root}>{t('mail.start')}</LinkButton>
            </EmptyState>
          )}
          {mails.map((mail, index) => (
            <Card key={index} title={mail.subject}>
              <p class="th-small th-muted">
                {t('mail.to')}: {mail.recipient}
                <br />
                {t('mail.sent')}: {formatDateTime(mail.sent_at, language)}
              </p>
              <MailText text={mail.body} baseUrl={services.settings.baseUrl} />
            </Card>
          ))}
        </div>
      </Layout>,
    )
  },
})

function MailText({ text, baseUrl }: { text: string; baseUrl: string }) {
  return (
    <>
      {readMail(text, baseUrl).map((lines, at) => (
        <p key={at}>
          {lines.map((pieces, index) => (
            <>
              {index > 0 && <br />}
              {pieces.map(({ words, href }) => (href ? <a href={href}>{words}</a> : words))}
            </>
          ))}
        </p>
      ))}
    </>
  )
}
