import { formatDateTime } from '#core/i18n/format.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { DescriptionList, Details, LinkButton, Panel } from '#ui/index.ts'
import { messages } from '../messages.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'
import type { Receipt } from './receipt.ts'
import { nextSteps } from './receipt-letter.ts'

/** It arrived: the number, what happens next, what to keep. */
export function ReceiptView({ visit, receipt }: { visit: DraftVisit; receipt: Receipt }) {
  const { application, opened } = receipt
  const t = messages.in(visit.language)
  const title = t('receipt.title')
  const place = { portal: application.portal, service: application.service, draft: application.draft }
  return (
    <Layout
      visit={visit}
      portal={visit.portal}
      title={title}
      context={opened.package.service.title[visit.language]}
    >
      <div class="th-stack">
        <Panel title={title} caption={t('receipt.number')} mark={application.fileNumber}>
          <p>{t('receipt.at', { time: formatDateTime(application.submittedAt, visit.language) })}</p>
        </Panel>
        <h2>{t('receipt.next')}</h2>
        <ol>
          {nextSteps(receipt, visit.language).map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Follow visit={visit} receipt={receipt} />
        <h2>{t('receipt.download')}</h2>
        <p>{t('receipt.download_text')}</p>
        <p class="th-actions">
          <LinkButton kind="secondary" href={applicationUrls.receiptPdf(place)} icon="download" download>
            {t('receipt.pdf')}
          </LinkButton>
          <LinkButton kind="tertiary" href={applicationUrls.receiptJson(place)} download>
            {t('receipt.json')}
          </LinkButton>
        </p>
        {receipt.files.length > 0 && (
          <Details title={t('receipt.files')} level={2}>
            <DescriptionList
              items={receipt.files.map(file => ({ label: file.name, value: `SHA-256: ${file.sha256}` }))}
            />
          </Details>
        )}
        <Contact visit={visit} receipt={receipt} />
      </div>
    </Layout>
  )
}

function Follow({ visit, receipt }: { visit: DraftVisit; receipt: Receipt }) {
  const t = messages.in(visit.language)
  if (!receipt.code) {
    return (
      <>
        <h2>{t('receipt.follow')}</h2>
        <p>
          {t('receipt.follow_account')} <a href={urls.accountApplications}>{t('status.to_account')}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <h2>{t('receipt.follow')}</h2>
      <p>{t('receipt.follow_code')}</p>
      <DescriptionList boxed items={[{ label: t('status.code'), value: <strong>{receipt.code}</strong> }]} />
      <p>{t('receipt.code_once')}</p>
      <p>
        <a href={urls.status(visit.portal.slug)}>{t('status.title')}</a>
      </p>
    </>
  )
}

function Contact({ visit, receipt }: { visit: DraftVisit; receipt: Receipt }) {
  const { office, authority } = receipt
  const t = messages.in(visit.language)
  const phone = office?.settings.phone ?? authority.settings.contact.phone
  const email = office?.settings.email ?? authority.settings.contact.email
  return (
    <>
      <h2>{t('receipt.contact')}</h2>
      <p>
        {authority.name}
        {office && `, ${office.name}`}
        <br />
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        <br />
        <a href={`mailto:${email}`}>{email}</a>
      </p>
    </>
  )
}
