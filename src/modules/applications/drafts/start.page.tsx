import { dayInGermany } from '#core/clock.ts'
import { inScope } from '#core/db/database.ts'
import { NotFound } from '#core/errors.ts'
import { html, redirect } from '#core/http/visit.ts'
import { openFlow } from '#flow/index.ts'
import { applyingPage } from '../applying-page.ts'
import { resumeUrl } from '../questions/next-page.ts'
import { emptyForm, serviceParams } from '../questions/params.ts'
import { beginDraft } from './begin-draft.ts'
import { listUnsent } from './draft-store.ts'
import { StartView } from './start-view.tsx'

const path = '/:portal/antrag/:service'

/** Before the first question: what will be asked, how long it takes, with account or without. */
export const startPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.start_viewed',
  params: serviceParams,
  handle: async visit => {
    const { services, scope, portal } = visit
    const pack = await services.catalogue.find(visit.params.service)
    if (!pack) throw new NotFound('service')
    const place = { tenant: portal.tenant.id, portal: portal.slug, service: pack.id }
    const unsent = await inScope(services.database, scope, db => listUnsent(db, scope, place))
    const param = (await services.catalogue.offer(place.tenant, pack.id))?.param ?? {}
    const open = openFlow(pack.flow, {}, { today: dayInGermany(scope.now), param, portal: portal.slug })
    return html(<StartView visit={visit} view={{ package: pack, open, unsent }} />)
  },
})

export const beginPage = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.begun',
  params: serviceParams,
  form: emptyForm,
  handle: async visit => {
    const { services, portal, language } = visit
    const scope = { ...visit.scope, guest: visit.guest() }
    const place = { tenant: portal.tenant.id, portal: portal.slug, service: visit.params.service }
    const opened = await beginDraft(services, scope, { ...place, language })
    return redirect(resumeUrl(opened.draft, opened.open))
  },
})
