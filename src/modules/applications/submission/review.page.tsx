import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { applyingPage } from '../applying-page.ts'
import { readDraft } from '../drafts/open-draft.ts'
import { addressOf, draftParams } from '../questions/params.ts'
import { applicationUrls } from '../urls.ts'
import { ReviewView } from './review-view.tsx'
import { submitDraft } from './submit-draft.ts'

/** `?stand=`: why the resident is here again after "Verbindlich absenden". */
const reviewQuery = z.strictObject({ stand: z.enum(['unvollstaendig', 'geaendert', 'ort']).optional() })
const submitForm = z.object({
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
})

export const reviewPage = applyingPage({
  method: 'GET',
  path: '/:portal/antrag/:service/:draft/pruefen',
  audience: 'anyone',
  audit: 'draft.reviewed',
  params: draftParams,
  query: reviewQuery,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, place)
    if (opened.draft.submittedTo) return redirect(applicationUrls.receipt(place))
    return html(<ReviewView visit={visit} view={{ opened, problem: visit.query.stand }} />)
  },
})

const problems = { incomplete: 'unvollstaendig', changed: 'geaendert', not_responsible: 'ort' } as const

/** However often it is pressed: one application, the same receipt. */
export const submitAction = applyingPage({
  method: 'POST',
  path: '/:portal/antrag/:service/:draft/absenden',
  audience: 'anyone',
  audit: 'application.submitted',
  params: draftParams,
  form: submitForm,
  handle: async visit => {
    const address = addressOf(visit.portal, visit.params)
    const sent = await submitDraft(visit.services, visit.scope, { address, seen: visit.form.seen })
    if (sent.kind === 'received') return redirect(applicationUrls.receipt(address))
    return redirect(`${applicationUrls.review(address)}?stand=${problems[sent.kind]}`)
  },
})
