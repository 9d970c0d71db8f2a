import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { claimCase } from '#modules/cases/index.ts'
import { caseParams } from '../case/case-address.ts'
import { CasePage } from '../case/case-view.tsx'
import { readCasePage } from '../case/read-case-page.ts'
import { deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ConflictView } from './conflict-view.tsx'
import { tryAct } from './try-act.ts'

/** "Übernehmen" needs no page of its own; a colleague who was faster is named on the page of the case. */
export const claimPage = deskPage({
  method: 'POST',
  path: '/amt/vorgang/:case/uebernehmen',
  audience: 'staff',
  audit: 'case.claimed',
  params: caseParams,
  form: z.object({}),
  handle: async visit => {
    const { services, scope, params } = visit
    const reason = await tryAct(() => claimCase(services, scope, { case: params.case }))
    if (!reason) return redirect(`${deskUrls.case(params.case)}?getan=uebernommen`)
    const view = await readCasePage(services, scope, params.case)
    return html(
      <CasePage {...{ visit, view }} conflict={<ConflictView {...{ visit, view, reason }} />} />,
      409,
    )
  },
})
