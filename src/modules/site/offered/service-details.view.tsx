import type { Language } from '#core/i18n/languages.ts'
import type { Office } from '#modules/tenants/index.ts'
import { Details } from '#ui/index.ts'
import { ContactFacts } from '../contact/contact-facts.tsx'
import { messages } from '../messages.ts'
import { RunningText, Sentences } from '../texts/running-text.tsx'
import { type OfferedService, uploadsOf } from './offered-services.ts'

interface ServiceDetailsProps {
  offered: OfferedService
  office: Office | undefined
  language: Language
}

/** Everything beyond the short answer, folded: procedure, files, law, office, ways without the internet. */
export function ServiceDetails({ offered, office, language }: ServiceDetailsProps) {
  const t = messages.in(language)
  const { facts } = offered.package.service
  return (
    <div>
      {facts.procedure && (
        <Details level={2} title={t('service.procedure')}>
          <ol>
            {facts.procedure.map(step => (
              <li key={step.de}>
                <Sentences text={offered.say(step)} language={language} />
              </li>
            ))}
          </ol>
        </Details>
      )}
      <Files offered={offered} language={language} />
      <Law offered={offered} language={language} />
      {office && (
        <Details level={2} title={t('service.office')}>
          <p>
            <strong lang="de">{office.name}</strong>
          </p>
          <ContactFacts contact={office.settings} language={language} />
          <p>
            <Sentences text={t('service.office_text')} language={language} />
          </p>
        </Details>
      )}
      {facts.alternatives && (
        <Details level={2} title={t('service.alternatives')}>
          <RunningText text={offered.say(facts.alternatives)} language={language} />
        </Details>
      )}
    </div>
  )
}

function Files({ offered, language }: Omit<ServiceDetailsProps, 'office'>) {
  const t = messages.in(language)
  const uploads = uploadsOf(offered)
  if (uploads.length === 0) return null
  return (
    <Details level={2} title={t('service.files')}>
      <p>
        <Sentences text={t('service.files_text')} language={language} />
      </p>
      <ul>
        {uploads.map(({ label, formats, most_mb, later }) => (
          <li key={label}>
            {label}
            <br />
            <span class="th-small th-muted">
              {t('service.file_limits', { formats, most: `${most_mb} MB` })}
              {later && `, ${t('service.file_later')}`}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Law({ offered, language }: Omit<ServiceDetailsProps, 'office'>) {
  const t = messages.in(language)
  return (
    <Details level={2} title={t('service.law')}>
      <ul>
        {offered.package.service.legal_basis.map(({ cite, url, about }) => (
          <li key={cite}>
            <span class="th-nobreak" lang="de">
              {url ? <a href={url}>{cite}</a> : <strong>{cite}</strong>}
            </span>
            <br />
            <Sentences text={offered.say(about)} language={language} />
          </li>
        ))}
      </ul>
    </Details>
  )
}
