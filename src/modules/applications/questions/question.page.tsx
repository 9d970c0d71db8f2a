import { html, json, type Reply, redirect } from '#core/http/visit.ts'
import { type ReadForm, showPage } from '#flow/index.ts'
import { applyingPage, findPortal } from '../applying-page.ts'
import { receiveUpload } from '../documents/receive-upload.ts'
import { removeUpload } from '../documents/remove-upload.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { readDraft } from '../drafts/open-draft.ts'
import { applicationUrls } from '../urls.ts'
import { fillingOf } from './asking.ts'
import { pageErrors, uploadErrors } from './findings.ts'
import { judgePost, shownAgain } from './judge-post.ts'
import { nextUrl, resumeUrl } from './next-page.ts'
import { addressOf, pageParams, pageQuery } from './params.ts'
import { type PostedForm, postedForm } from './posted-form.ts'
import type { DraftVisit } from './question-form.tsx'
import { QuestionPage } from './question-view.tsx'
import { savePage } from './save-page.ts'

const path = '/:portal/antrag/:service/:draft/:page'

export const questionPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.viewed',
  params: pageParams,
  query: pageQuery,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, place)
    if (opened.draft.submittedTo) return redirect(applicationUrls.receipt(place))
    const page = opened.open.pages.find(one => one.slug === visit.params.page)
    if (!page) return redirect(resumeUrl(place, opened.open))
    const isFromReview = visit.query.von !== undefined
    const filling = fillingOf(opened, visit.language)
    // Who comes from the review looks for what is missing; who is asked for the first time is not scolded.
    const errors = isFromReview ? pageErrors(page.errors, page, filling) : []
    const warnings = pageErrors(page.warnings, page, filling)
    return html(<QuestionPage visit={visit} view={{ opened, page, isFromReview, errors, warnings }} />)
  },
})

export const saveQuestion = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.saved',
  params: pageParams,
  query: pageQuery,
  form: postedForm,
  receive: async (visit, file) =>
    receiveUpload(visit.services, visit.scope, {
      address: addressOf(await findPortal(visit.services, visit.params.portal), visit.params),
      language: visit.language,
      spot: { page: visit.params.page, field: file.field },
      file,
      client: visit.clientHash,
    }),
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const { raw, remove } = visit.form
    const from = visit.query.von ? '?von=pruefen' : ''
    const slug = visit.params.page
    const request = { address: place, language: visit.language, page: slug }
    const saved = await savePage(visit.services, visit.scope, { ...request, raw })
    if (saved.isSent) return redirect(applicationUrls.receipt(place))
    if (!saved.result) return redirect(resumeUrl(place, saved.opened.open, from))
    if (!remove) return answer(visit, { read: saved.result, opened: saved.opened })
    const page = saved.opened.open.pages.find(one => one.slug === slug)
    const field = page?.fields.find(one => one.id === remove.name)?.compiled.field
    if (field?.type === 'group') {
      const item = { group: remove.name, item: remove.id }
      return redirect(`${applicationUrls.removeItem(place, slug, item)}${from}`)
    }
    const spot = { page: slug, field: remove.name }
    const removed = await removeUpload(visit.services, visit.scope, { ...request, spot, document: remove.id })
    return answer(visit, { read: saved.result, opened: removed.opened })
  },
})

/** The page again, or the next one. */
function answer(
  visit: DraftVisit & {
    form: PostedForm
    params: { page: string }
    query: { von?: 'pruefen' | undefined }
  },
  { read, opened }: { read: ReadForm; opened: OpenedDraft },
): Reply {
  const { draft, open } = opened
  const isFromReview = visit.query.von !== undefined
  const from = isFromReview ? '?von=pruefen' : ''
  const page = open.pages.find(one => one.slug === visit.params.page)
  if (!page) return redirect(resumeUrl(draft, open, from))
  const filling = fillingOf(opened, visit.language)
  const warnings = pageErrors(page.warnings, page, filling)
  const verdict = judgePost({
    form: visit.form,
    read,
    refused: uploadErrors(visit.form.outcomes, visit.language),
    wrong: pageErrors(read.errors, page, filling),
    warnings,
  })
  if (verdict.kind === 'onward') return redirect(nextUrl(draft, open, { page: page.id, isFromReview }))
  if (verdict.kind === 'stay') return redirect(`${applicationUrls.page(draft, page.slug)}${from}`)
  const { errors, hasAppeared, status } = verdict
  const shown = shownAgain(read.shown, showPage(open, page.id))
  const view = { opened, page, isFromReview, shown, errors, warnings, hasAppeared }
  return html(<QuestionPage visit={visit} view={view} />, status)
}

/** Saves while people type (client/islands/save-note.ts); says nothing but that it worked. */
export const autosaveQuestion = applyingPage({
  method: 'POST',
  path: `${path}/zwischenstand`,
  audience: 'anyone',
  audit: 'draft.autosaved',
  params: pageParams,
  form: postedForm,
  handle: async visit => {
    await savePage(visit.services, visit.scope, {
      address: addressOf(visit.portal, visit.params),
      language: visit.language,
      page: visit.params.page,
      raw: visit.form.raw,
      isUnfinished: true,
    })
    return json(undefined, 204)
  },
})
