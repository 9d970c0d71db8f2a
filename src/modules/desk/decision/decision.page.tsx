import { z } from 'zod'
import type { RawForm } from '#core/http/page.ts'
import { file, html, type Reply, redirect } from '#core/http/visit.ts'
import {
  type Decision,
  draftDecision,
  openDecision,
  previewNotice,
  readDecision,
} from '#modules/decisions/index.ts'
import { ConflictView } from '../acts/conflict-view.tsx'
import { tryAct } from '../acts/try-act.ts'
import { versionField } from '../case/case-address.ts'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { DecisionPage } from './decision-view.tsx'
import { outcomeParams } from './outcome-params.ts'
import { isDecidable, readDeciding } from './read-deciding.ts'

const path = '/amt/vorgang/:case/entscheidung/:outcome'

export const decisionPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'decision.viewed',
  params: outcomeParams,
  query: z.object({ getan: z.literal('entwurf').optional() }),
  handle: async (visit): Promise<Reply> => {
    const deciding = await readDeciding(visit.services, visit.scope, visit.params)
    if (!isDecidable(deciding.view)) return redirect(deskUrls.decision(visit.params.case))
    const opened = openDecision(deciding.loaded.matter, deciding.decision)
    const isSaved = visit.query.getan !== undefined
    // Whoever has a draft wants to know what its letter still lacks; who just began is not scolded.
    const faults = isSaved ? await faultsOf(visit, deciding.decision) : []
    return html(<DecisionPage {...{ visit, deciding, opened, isSaved, faults }} />)
  },
})

const posted = z
  .looseObject({
    version: versionField,
    tun: z.enum(['entscheiden', 'vorschau', 'entwurf']).default('vorschau'),
  })
  .transform(({ version, tun, ...fields }) => ({ version, tun, raw: fields as RawForm }))

/** Every press keeps what was entered; "Entscheidung treffen" leads on when nothing is missing. */
export const saveDecisionPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'decision.saved',
  params: outcomeParams,
  form: posted,
  handle: async (visit): Promise<Reply> => {
    const { services, scope, params } = visit
    const { raw, tun, version } = visit.form
    const before = await readDeciding(services, scope, params)
    const read = readDecision(before.loaded.matter, before.decision, raw)
    const reason = await tryAct(() =>
      draftDecision(services, scope, { case: params.case, decision: read.decision }),
    )
    const deciding = await readDeciding(services, scope, params)
    const shared = { visit, deciding, opened: read.opened, typed: raw }
    if (reason) {
      const conflict = <ConflictView hasTyped {...{ visit, reason, version }} view={deciding.view} />
      return html(<DecisionPage {...shared} conflict={conflict} />, 409)
    }
    const here = deskUrls.outcome(params.case, params.outcome)
    if (read.appeared.length > 0) return html(<DecisionPage {...shared} />)
    if (tun === 'entwurf' && read.errors.length === 0) return redirect(`${here}?getan=entwurf`)
    if (tun === 'entwurf') return html(<DecisionPage {...shared} isSaved />)
    if (read.errors.length > 0) return html(<DecisionPage {...shared} errors={read.errors} />, 422)
    const faults = await faultsOf(visit, read.decision)
    if (faults.length > 0) return html(<DecisionPage {...shared} faults={faults} />, 422)
    return redirect(
      tun === 'entscheiden' ? deskUrls.outcomeConfirmation(params.case, params.outcome) : `${here}#vorschau`,
    )
  },
})

async function faultsOf(
  {
    services,
    scope,
    params,
  }: Pick<DeskVisit<z.output<typeof outcomeParams>>, 'services' | 'scope' | 'params'>,
  decision: Decision,
) {
  return (await previewNotice(services, scope, { case: params.case, decision })).checked.faults
}

/** The letter as it would go out, with what is stored for it. */
export const previewPage = deskPage({
  method: 'GET',
  path: `${path}/vorschau.pdf`,
  audience: 'staff',
  audit: 'decision.previewed',
  params: outcomeParams,
  query: z.object({ stand: z.string().optional() }),
  handle: async ({ services, scope, params }) => {
    const { decision, view } = await readDeciding(services, scope, params)
    const { pdf } = await previewNotice(services, scope, { case: params.case, decision })
    return file({
      body: Buffer.from(pdf),
      mediaType: 'application/pdf',
      name: `${view.state.fileNumber}-Entwurf.pdf`,
      inline: true,
      size: pdf.byteLength,
    })
  },
})
