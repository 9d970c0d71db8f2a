import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { inTenant } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { html } from '#core/http/visit.ts'
import { findOffice, Layout, type PortalVisit, portalPage, urls } from '#modules/tenants/index.ts'
import { LinkButton } from '#ui/index.ts'
import { homeTrail } from '../home-trail.ts'
import { messages } from '../messages.ts'
import type { SiteServices } from '../services.ts'
import { Sentences } from '../texts/running-text.tsx'
import { findOffered } from './offered-services.ts'
import { ServiceDetails } from './service-details.view.tsx'
import { ServiceFacts } from './service-facts.view.tsx'
import { startUrl } from './urls.ts'

/** One service of the town: the short answer, what it takes, the way in, and everything else folded below. */
export const servicePage = portalPage({
  method: 'GET',
  path: '/:portal/leistungen/:service',
  audience: 'anyone',
  audit: 'service.viewed',
  params: z.strictObject({ portal: z.string(), service: z.string() }),
  handle: async (visit: PortalVisit<SiteServices, { portal: string; service: string }, unknown, unknown>) => {
    const { portal, language, params, services } = visit
    const offered = await findOffered(services, { portal, language, service: params.service })
    if (!offered) throw new NotFound('service')
    const scope = inTenant(visit.scope, portal.tenant.id)
    const office = await inScope(services.database, scope, db => findOffice(db, scope, offered.office))
    const t = messages.in(language)
    const trail = [...homeTrail(visit, portal), { href: urls.services(portal.slug), label: t('list.title') }]
    return html(
      <Layout visit={visit} portal={portal} title={offered.title} trail={trail}>
        <div class="th-stack">
          <h1>{offered.title}</h1>
          <p class="th-lead">
            <Sentences text={offered.summary} language={language} />
          </p>
          <ServiceFacts offered={offered} language={language} />
          <p>
            <LinkButton href={startUrl(portal.slug, offered.id)}>{t('service.apply')}</LinkButton>
          </p>
          <ServiceDetails offered={offered} office={office} language={language} />
          <p class="th-small th-muted">{t('service.version', { version: offered.package.version })}</p>
        </div>
      </Layout>,
    )
  },
})
