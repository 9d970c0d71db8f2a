import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { completeTask } from '#modules/cases/index.ts'
import { caseParams, versionField } from '../case/case-address.ts'
import { CasePage } from '../case/case-view.tsx'
import { readCasePage } from '../case/read-case-page.ts'
import { actionsFor } from '../case/task-actions.ts'
import { deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ConflictView } from './conflict-view.tsx'
import { tryAct } from './try-act.ts'

/** One press completes a task; whoever goes on with the next one lands on its page. */
export const taskPage = deskPage({
  method: 'POST',
  path: '/amt/vorgang/:case/aufgabe',
  audience: 'staff',
  audit: 'case.task_completed',
  params: caseParams,
  form: z.object({
    version: versionField,
    task: z.string().max(200),
    outcome: z.string().max(200).optional(),
  }),
  handle: async visit => {
    const { services, scope, params, t } = visit
    const { version } = visit.form
    const reason = await tryAct(() => completeTask(services, scope, { case: params.case, ...visit.form }))
    const view = await readCasePage(services, scope, params.case)
    if (reason) {
      const conflict = <ConflictView {...{ visit, view, reason, version }} />
      return html(<CasePage {...{ visit, view, conflict }} />, 409)
    }
    const [next] = actionsFor(scope, view.state, t)
    const isDeciding = next && 'href' in next && next.href === deskUrls.decision(params.case)
    return redirect(isDeciding ? next.href : `${deskUrls.case(params.case)}?getan=aufgabe`)
  },
})
