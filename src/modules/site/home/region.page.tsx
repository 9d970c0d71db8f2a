import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { findPlaces, Layout, longestPrefix, type Portal, urls } from '#modules/tenants/index.ts'
import { Card, Hero, LinkList, Notification, SearchBox } from '#ui/index.ts'
import { messages } from '../messages.ts'
import type { SiteServices } from '../services.ts'

const longest = 60

/** Front door of the installation: the resident finds the town or district that is there for her. */
export const regionPage = page({
  method: 'GET',
  path: '/',
  audience: 'anyone',
  audit: 'region.viewed',
  params: z.strictObject({}),
  query: z.object({ ort: z.string().default('') }),
  handle: async (visit: Visit<SiteServices, object, { ort: string }>) => {
    const { language, services } = visit
    const t = messages.in(language)
    const portals = await services.portals.list()
    const typed = visit.query.ort.trim().slice(0, longest)
    const places = typed ? await portalsOf(visit, typed) : []
    const example = portals[0]?.tenant.settings.contact.address
    return html(
      <Layout visit={visit} title={t('region.title')} width="wide">
        <div class="th-stack th-stack--large">
          <Hero title={t('region.title')} lead={t('region.lead')}>
            <SearchBox
              action={urls.root}
              name="ort"
              label={t('region.label')}
              hint={example && t('region.hint', { example: `${example.postcode} ${example.town}` })}
              value={typed}
              button={t('region.button')}
            />
          </Hero>
          {typed && <Found places={places} t={t} />}
          <section class="th-stack">
            <h2>{t('region.portals')}</h2>
            <ul class="th-grid">
              {portals.map(({ slug, name, settings }) => (
                <li key={slug}>
                  <Card title={name} level={3} href={urls.home(slug)}>
                    <p>{settings.sub[language]}</p>
                  </Card>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </Layout>,
    )
  },
})

interface PlaceOf {
  readonly town: string
  readonly portal: Portal
}

/** The places that fit what was typed, each with the portal of the authority nearest to it. */
async function portalsOf(visit: Visit<SiteServices>, typed: string): Promise<PlaceOf[]> {
  const { services, scope } = visit
  // "06237 Leuna" is asked by its postcode, a name as it is.
  const words = /^\d{2,5}/.exec(typed)?.[0] ?? typed
  const places = await inScope(services.database, scope, db => findPlaces(db, words))
  const candidates = (await services.portals.list()).map(portal => ({ ars: portal.tenant.ars, portal }))
  return places.flatMap(({ ars, town }) => {
    const nearest = longestPrefix(ars, candidates)
    return nearest ? [{ town, portal: nearest.portal }] : []
  })
}

function Found({ places, t }: { places: readonly PlaceOf[]; t: ReturnType<typeof messages.in> }) {
  if (places.length === 0)
    return (
      <Notification tone="info" title={t('region.none')} level={2} live>
        <p>{t('region.none_text')}</p>
      </Notification>
    )
  return (
    <section class="th-stack th-stack--small">
      <h2>{t('region.found')}</h2>
      <LinkList
        links={places.map(({ town, portal }) => ({
          href: urls.home(portal.slug),
          label: t('region.for', { place: town, portal: portal.name }),
        }))}
      />
    </section>
  )
}
