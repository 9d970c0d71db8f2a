import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { applyingPage } from '../applying-page.ts'
import { messages } from '../messages.ts'
import { resumeUrl } from '../questions/next-page.ts'
import { addressOf, draftParams, emptyForm } from '../questions/params.ts'
import { applicationUrls } from '../urls.ts'
import { KeepView } from './keep-view.tsx'
import { readDraft } from './open-draft.ts'
import { makeResumeCode, shortest_password } from './resume-draft.ts'
import { takeOver } from './take-over.ts'

const path = '/:portal/antrag/:service/:draft/weiter'
const passwordForm = z.object({ password: z.string().max(1000).default('') })

/** "Später weitermachen": in the account, or with a code of one's own. */
export const keepPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.keep_viewed',
  params: draftParams,
  handle: async visit => {
    const opened = await readDraft(visit.services, visit.scope, addressOf(visit.portal, visit.params))
    if (opened.draft.submittedTo) return redirect(applicationUrls.receipt(opened.draft))
    return html(<KeepView visit={visit} view={{ opened }} />)
  },
})

/** The code is shown in the answer itself: afterwards nobody can read it any more. */
export const makeCodePage = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.resume_code_made',
  params: draftParams,
  form: passwordForm,
  handle: async visit => {
    const address = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, address)
    if (opened.draft.submittedTo) return redirect(applicationUrls.receipt(address))
    // In the account nothing more is needed.
    if (opened.draft.account) return redirect(applicationUrls.keep(address))
    const { password } = visit.form
    if ([...password].length < shortest_password) {
      const message = messages.in(visit.language)('keep.password_short', { n: shortest_password })
      return html(<KeepView visit={visit} view={{ opened, error: message }} />, 422)
    }
    const code = await makeResumeCode(visit.services, visit.scope, { address, password })
    return html(<KeepView visit={visit} view={{ opened, code }} />)
  },
})

export const takeOverAction = applyingPage({
  method: 'POST',
  path: '/:portal/antrag/:service/:draft/uebernehmen',
  audience: 'resident',
  audit: 'draft.taken_over',
  params: draftParams,
  form: emptyForm,
  handle: async visit => {
    const address = addressOf(visit.portal, visit.params)
    await takeOver(visit.services, visit.scope, address)
    const { open } = await readDraft(visit.services, visit.scope, address)
    return redirect(resumeUrl(address, open))
  },
})
