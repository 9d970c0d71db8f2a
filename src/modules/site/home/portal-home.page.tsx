import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { Layout, type Portal, type PortalVisit, portalPage, urls } from '#modules/tenants/index.ts'
import { Hero, LinkList, SearchBox, TwoColumns } from '#ui/index.ts'
import { ContactFacts } from '../contact/contact-facts.tsx'
import { messages } from '../messages.ts'
import { listOffered, type OfferedService } from '../offered/offered-services.ts'
import { groupBySector } from '../offered/sectors.ts'
import type { SiteServices } from '../services.ts'

const mostPopular = 8

/** The door of a town: where I am, what I can do, one large search. */
export const portalHomePage = portalPage({
  method: 'GET',
  path: '/:portal/',
  audience: 'anyone',
  audit: 'portal.viewed',
  params: z.strictObject({ portal: z.string() }),
  handle: async (visit: PortalVisit<SiteServices, { portal: string }, unknown, unknown>) => {
    const { portal, language } = visit
    const t = messages.in(language)
    const offered = await listOffered(visit.services, { portal, language })
    const popular = popularOf(offered, portal)
    const example = popular[0]?.keywords[0]
    return html(
      <Layout visit={visit} portal={portal} title={t('home')} width="wide">
        <div class="th-stack th-stack--large">
          <Hero title={portal.name} lead={portal.settings.welcome[language]}>
            <SearchBox
              action={urls.services(portal.slug)}
              name="suche"
              label={t('search.label')}
              hint={example && t('search.hint', { example })}
              button={t('search.button')}
            />
          </Hero>
          <TwoColumns
            sideLabel={t('contact.title')}
            side={
              <section class="th-stack th-stack--small">
                <h2>{t('contact.title')}</h2>
                <ContactFacts contact={portal.tenant.settings.contact} language={language} />
              </section>
            }
          >
            <div class="th-stack th-stack--large">
              <Popular portal={portal} services={popular} t={t} />
              <Topics portal={portal} sectors={groupBySector(offered, language)} t={t} />
              <Mine portal={portal} t={t} />
            </div>
          </TwoColumns>
        </div>
      </Layout>,
    )
  },
})

/** What the town named as most used, as far as it offers it; then the others until the list is full. */
function popularOf(offered: readonly OfferedService[], portal: Portal): OfferedService[] {
  const named = portal.settings.popular.flatMap(id => offered.find(one => one.id === id) ?? [])
  const others = offered.filter(one => !named.includes(one))
  return [...named, ...others].slice(0, mostPopular)
}

type Words = ReturnType<typeof messages.in>

function Popular(props: { portal: Portal; services: readonly OfferedService[]; t: Words }) {
  const { portal, services, t } = props
  if (services.length === 0) return null
  return (
    <section class="th-stack th-stack--small">
      <h2>{t('home.popular')}</h2>
      <LinkList
        links={services.map(({ id, title }) => ({ href: urls.service(portal.slug, id), label: title }))}
      />
      <p>
        <a href={urls.services(portal.slug)}>{t('home.all_services')}</a>
      </p>
    </section>
  )
}

function Topics(props: { portal: Portal; sectors: ReturnType<typeof groupBySector>; t: Words }) {
  const { portal, sectors, t } = props
  if (sectors.length === 0) return null
  return (
    <section class="th-stack th-stack--small">
      <h2>{t('home.topics')}</h2>
      <LinkList
        columns
        links={sectors.map(({ id, title, services }) => ({
          href: `${urls.services(portal.slug)}#${id}`,
          label: title,
          about: t('home.topic_count', { n: services.length }),
        }))}
      />
    </section>
  )
}

function Mine({ portal, t }: { portal: Portal; t: Words }) {
  return (
    <section class="th-stack th-stack--small">
      <h2>{t('home.mine')}</h2>
      <LinkList
        columns
        links={[
          { href: urls.status(portal.slug), label: t('home.track'), about: t('home.track_about') },
          { href: urls.account, label: t('home.account'), about: t('home.account_about') },
        ]}
      />
    </section>
  )
}
