import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect } from '#core/http/visit.ts'
import { Layout, type PortalVisit, portalPage, urls } from '#modules/tenants/index.ts'
import { LinkButton, Panel } from '#ui/index.ts'
import { homeTrail } from '../home-trail.ts'
import { messages as siteMessages } from '../messages.ts'
import type { SiteServices } from '../services.ts'
import { portalOrNeutral, type SiteVisit } from '../texts/site-page.tsx'
import { TownList } from '../town-list.tsx'
import { BarrierForm } from './barrier-form.view.tsx'
import { messages } from './messages.ts'
import { type BarrierReport, checkReport } from './model.ts'
import { reportBarrier } from './report-barrier.ts'
import { sentUrl } from './urls.ts'

const params = z.strictObject({ portal: z.string() })
const line = z
  .string()
  .default('')
  .transform(text => text.trim())
const nothing: BarrierReport = { what: '', where: '', email: '' }

/** The form; where no town is known, the towns to choose from. */
const askPage = page({
  method: 'GET',
  path: '/:portal/barriere-melden',
  audience: 'anyone',
  audit: 'barrier.asked',
  params,
  handle: async (visit: SiteVisit) => {
    const portal = await portalOrNeutral(visit)
    if (portal) return html(formView({ ...visit, portal }, nothing, []))
    const t = messages.in(visit.language)
    return html(
      <Layout visit={visit} title={t('title')} trail={homeTrail(visit, undefined)}>
        <div class="th-stack">
          <h1>{t('title')}</h1>
          <p class="th-lead">{t('lead')}</p>
          {await TownList({ visit, href: urls.reportBarrier })}
        </div>
      </Layout>,
    )
  },
})

const sendPage = portalPage({
  method: 'POST',
  path: '/:portal/barriere-melden',
  audience: 'anyone',
  audit: 'barrier.reported',
  params,
  form: z.object({ what: line, where: line, email: line }),
  handle: async (visit: PortalVisit<SiteServices, { portal: string }, unknown, BarrierReport>) => {
    const { form: report, portal, services, scope, clientHash } = visit
    const faults = checkReport(report)
    if (faults.length > 0) return html(formView(visit, report, faults), 422)
    await reportBarrier(services, scope, { tenant: portal.tenant, report, clientHash })
    return redirect(sentUrl(portal.slug))
  },
})

const sentPage = portalPage({
  method: 'GET',
  path: '/:portal/barriere-melden/gesendet',
  audience: 'anyone',
  audit: 'barrier.confirmed',
  params,
  handle: async (visit: PortalVisit<SiteServices, { portal: string }, unknown, unknown>) => {
    const { portal, language } = visit
    const t = messages.in(language)
    return html(
      <Layout visit={visit} portal={portal} title={t('done_title')} trail={homeTrail(visit, portal)}>
        <div class="th-stack">
          <Panel title={t('done_title')}>
            <p>{t('done_text')}</p>
          </Panel>
          <p>{t('done_next')}</p>
          <p>
            <LinkButton href={urls.home(portal.slug)}>{siteMessages.in(language)('home')}</LinkButton>
          </p>
        </div>
      </Layout>,
    )
  },
})

type FormVisit = Pick<
  PortalVisit<SiteServices, { portal: string }, unknown, unknown>,
  'services' | 'identity' | 'language' | 'url' | 'nonce' | 'csrf' | 'portal'
>

function formView(visit: FormVisit, report: BarrierReport, faults: ReturnType<typeof checkReport>) {
  const { portal, language } = visit
  const t = messages.in(language)
  return (
    <Layout
      visit={visit}
      portal={portal}
      title={t('title')}
      hasErrors={faults.length > 0}
      trail={homeTrail(visit, portal)}
    >
      <div class="th-stack">
        <BarrierForm {...{ portal, language, report, faults }} csrf={visit.csrf()} />
      </div>
    </Layout>
  )
}

export const barrierPages = [askPage, sendPage, sentPage]
