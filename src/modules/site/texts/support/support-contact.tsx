import { inScope } from '#core/db/database.ts'
import { listOffices, type Portal } from '#modules/tenants/index.ts'
import { Details } from '#ui/index.ts'
import { ContactFacts } from '../../contact/contact-facts.tsx'
import { messages } from '../../messages.ts'
import type { SiteVisit } from '../site-page.tsx'

/** How to reach the town and each of its offices. */
export async function supportContact({ services, scope, language }: SiteVisit, portal: Portal) {
  const t = messages.in(language)
  const { tenant } = portal
  const offices = await inScope(services.database, scope, db => listOffices(db, tenant.id))
  return (
    <>
      <h2>{t('contact.title')}</h2>
      <ContactFacts contact={tenant.settings.contact} language={language} />
      <h2>{t('contact.offices')}</h2>
      <div>
        {offices.map(office => (
          <Details key={office.id} title={office.name} level={3}>
            <ContactFacts contact={office.settings} language={language} />
          </Details>
        ))}
      </div>
    </>
  )
}
