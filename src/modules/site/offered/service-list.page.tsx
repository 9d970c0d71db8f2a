import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { Layout, type Portal, type PortalVisit, portalPage, urls } from '#modules/tenants/index.ts'
import { EmptyState, LinkButton, LinkList, SearchBox } from '#ui/index.ts'
import { Contact } from '../contact/contact.tsx'
import { homeTrail } from '../home-trail.ts'
import { messages } from '../messages.ts'
import type { SiteServices } from '../services.ts'
import { listOffered, type OfferedService } from './offered-services.ts'
import { searchServices } from './search-services.ts'
import { groupBySector } from './sectors.ts'

/** Longer than any question; what is pasted beyond it is not read. */
const longest = 100

export const serviceListPage = portalPage({
  method: 'GET',
  path: '/:portal/leistungen',
  audience: 'anyone',
  audit: 'services.listed',
  params: z.strictObject({ portal: z.string() }),
  query: z.object({ suche: z.string().default('') }),
  handle: async (visit: PortalVisit<SiteServices, { portal: string }, { suche: string }, unknown>) => {
    const { language, portal, services } = visit
    const offered = await listOffered(services, { portal, language })
    const words = visit.query.suche.trim().slice(0, longest)
    const found = searchServices(offered, { text: words, language })
    const t = messages.in(language)
    const title = words ? t('list.results_title', { words }) : t('list.title')
    return html(
      <Layout visit={visit} portal={portal} title={title} trail={homeTrail(visit, portal)}>
        <div class="th-stack">
          <h1>{title}</h1>
          {!words && <p class="th-lead">{t('list.lead', { name: portal.tenant.name })}</p>}
          <SearchBox
            action={urls.services(portal.slug)}
            name="suche"
            label={t('search.label')}
            value={words}
            button={t('search.button')}
          />
          <Results t={t} portal={portal} words={words} found={found} language={language} />
        </div>
      </Layout>,
    )
  },
})

interface ResultsProps {
  t: ReturnType<typeof messages.in>
  portal: Portal
  words: string
  found: readonly OfferedService[]
  language: 'de' | 'de-leicht' | 'en'
}

function Results({ t, portal, words, found, language }: ResultsProps) {
  if (found.length === 0) return <Nothing t={t} portal={portal} words={words} />
  if (words)
    return (
      <>
        <p role="status">{t('list.results', { n: found.length, words })}</p>
        <LinkList links={linksTo(found, portal)} />
        <p>
          <a href={urls.services(portal.slug)}>{t('list.show_all')}</a>
        </p>
      </>
    )
  return (
    <div class="th-stack th-stack--large">
      {groupBySector(found, language).map(({ id, title, services }) => (
        <section key={id} class="th-stack th-stack--small">
          <h2 id={id}>{title}</h2>
          <LinkList links={linksTo(services, portal)} />
        </section>
      ))}
    </div>
  )
}

function linksTo(services: readonly OfferedService[], portal: Portal) {
  return services.map(({ id, title, summary }) => ({
    href: urls.service(portal.slug, id),
    label: title,
    about: summary,
  }))
}

function Nothing({ t, portal, words }: Pick<ResultsProps, 't' | 'portal' | 'words'>) {
  return (
    <EmptyState title={words ? t('list.none_title', { words }) : t('list.empty')}>
      <p>{t(words ? 'list.none_text' : 'list.empty_text')}</p>
      <Contact sentence="{phone} · {email}" contact={portal.tenant.settings.contact} />
      {words && (
        <LinkButton kind="secondary" href={urls.services(portal.slug)}>
          {t('list.show_all')}
        </LinkButton>
      )}
    </EmptyState>
  )
}
