import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { Layout, type Portal } from '#modules/tenants/index.ts'
import { homeTrail } from '../home-trail.ts'
import type { SiteServices } from '../services.ts'
import { TownList } from '../town-list.tsx'
import { fillPage } from './fill-page.ts'
import type { Texts } from './model.ts'
import { portalFacts } from './portal-facts.ts'
import { TextView } from './text-view.tsx'

/** The word that stands where a portal's name stands when no portal is known (links of the neutral layout). */
const noPortal = 'service'

export type SiteVisit = Visit<SiteServices, { portal: string }>

export interface TextPageDefinition {
  /** `/impressum`; stands below every portal, and below `/service` for the installation as a whole. */
  readonly path: string
  readonly audit: string
  readonly texts: Texts
  /** What stands between the lead and the text, of this town only: offices, hours. */
  readonly first?: (visit: SiteVisit, portal: Portal) => Promise<ComponentChildren>
}

/** A page of running text in each portal; where no town is known it says what holds everywhere and lists the towns. */
export function textPage({ path, audit, texts, first }: TextPageDefinition) {
  return page({
    method: 'GET',
    path: `/:portal${path}`,
    audience: 'anyone',
    audit,
    params: z.strictObject({ portal: z.string() }),
    handle: async (visit: SiteVisit) => {
      const portal = await portalOrNeutral(visit)
      const { language, services } = visit
      const text = fillPage(texts[language], portalFacts({ portal, language, settings: services.settings }))
      return html(
        <Layout visit={visit} portal={portal} title={text.title} trail={homeTrail(visit, portal)}>
          <div class="th-stack">
            <TextView page={text} language={language}>
              {portal && (await first?.(visit, portal))}
            </TextView>
            {!portal && (await TownList({ visit, href: slug => `/${slug}${path}` }))}
          </div>
        </Layout>,
      )
    },
  })
}

/** The town of the address, or none for `/service/…`. @throws NotFound for a town that is not here */
export async function portalOrNeutral(visit: SiteVisit): Promise<Portal | undefined> {
  const { portal: slug } = visit.params
  const portal = await visit.services.portals.find(slug)
  if (!portal && slug !== noPortal) throw new NotFound('portal')
  return portal
}
