import { randomUUID } from 'node:crypto'
import { html, type Reply, redirect } from '#core/http/visit.ts'
import {
  type Answers,
  findItem,
  type ItemAnswer,
  type ItemState,
  openFlow,
  type PageState,
  type ReadForm,
  showFields,
} from '#flow/index.ts'
import { applyingPage, findPortal } from '../applying-page.ts'
import { receiveUpload } from '../documents/receive-upload.ts'
import { removeUpload } from '../documents/remove-upload.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { readDraft } from '../drafts/open-draft.ts'
import { applicationUrls } from '../urls.ts'
import { fillingOf } from './asking.ts'
import { itemErrors, uploadErrors } from './findings.ts'
import { ItemPage } from './item-view.tsx'
import { judgePost, shownAgain } from './judge-post.ts'
import { resumeUrl } from './next-page.ts'
import { addressOf, groupParams, itemParams, pageQuery } from './params.ts'
import { type PostedForm, postedForm } from './posted-form.ts'
import type { DraftVisit } from './question-form.tsx'
import { savePage } from './save-page.ts'

const path = '/:portal/antrag/:service/:draft/:page/:group/:item'

/** A new entry has its own address from the start, so that sending it twice makes one entry. */
export const newItemPage = applyingPage({
  method: 'GET',
  path: '/:portal/antrag/:service/:draft/:page/:group/neu',
  audience: 'anyone',
  audit: 'draft.item_begun',
  params: groupParams,
  query: pageQuery,
  handle: visit => {
    const place = addressOf(visit.portal, visit.params)
    const item = { group: visit.params.group, item: randomUUID() }
    const from = visit.query.von ? '?von=pruefen' : ''
    return redirect(`${applicationUrls.item(place, visit.params.page, item)}${from}`)
  },
})

export const itemPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.item_viewed',
  params: itemParams,
  query: pageQuery,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, place)
    if (opened.draft.submittedTo) return redirect(applicationUrls.receipt(place))
    const at = findEntry(opened, visit.params)
    if (!at) return redirect(resumeUrl(place, opened.open))
    const isFromReview = visit.query.von !== undefined
    const filling = fillingOf(at.opened, visit.language, { group: at.group, state: at.state })
    const errors = isFromReview && !at.isNew ? itemErrors(at.state.errors, filling) : []
    const warnings = itemErrors(warningsOf(at.state), filling)
    return html(<ItemPage visit={visit} view={{ ...at, isFromReview, errors, warnings }} />)
  },
})

export const saveItem = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.item_saved',
  params: itemParams,
  query: pageQuery,
  form: postedForm,
  receive: async (visit, file) => {
    const { page, group, item } = visit.params
    return receiveUpload(visit.services, visit.scope, {
      address: addressOf(await findPortal(visit.services, visit.params.portal), visit.params),
      language: visit.language,
      spot: { page, group: { id: group, item }, field: file.field },
      file,
      client: visit.clientHash,
    })
  },
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const { page, group, item } = visit.params
    const entry = { id: group, item }
    const request = { address: place, language: visit.language, page, group: entry }
    const saved = await savePage(visit.services, visit.scope, { ...request, raw: visit.form.raw })
    if (saved.isSent) return redirect(applicationUrls.receipt(place))
    if (!saved.result) return redirect(resumeUrl(place, saved.opened.open))
    const { remove } = visit.form
    if (!remove) return answer(visit, { read: saved.result, opened: saved.opened })
    const spot = { page, group: entry, field: remove.name }
    const removed = await removeUpload(visit.services, visit.scope, { ...request, spot, document: remove.id })
    return answer(visit, { read: saved.result, opened: removed.opened })
  },
})

interface EntryParams {
  readonly page: string
  readonly group: string
  readonly item: string
}

/** The entry again, or the list it belongs to. */
function answer(
  visit: DraftVisit & { form: PostedForm; params: EntryParams; query: { von?: 'pruefen' | undefined } },
  { read, opened }: { read: ReadForm; opened: OpenedDraft },
): Reply {
  const { draft } = opened
  const from = visit.query.von ? '?von=pruefen' : ''
  const at = findEntry(opened, visit.params)
  if (!at) return redirect(resumeUrl(draft, opened.open, from))
  const filling = fillingOf(opened, visit.language, { group: at.group, state: at.state })
  const warnings = itemErrors(warningsOf(at.state), filling)
  const verdict = judgePost({
    form: visit.form,
    read,
    refused: uploadErrors(visit.form.outcomes, visit.language),
    wrong: itemErrors(read.errors, filling),
    warnings,
  })
  if (verdict.kind === 'onward') return redirect(`${applicationUrls.page(draft, at.page.slug)}${from}`)
  if (verdict.kind === 'stay') {
    const { group, item } = visit.params
    return redirect(`${applicationUrls.item(draft, at.page.slug, { group, item })}${from}`)
  }
  const { errors, hasAppeared, status } = verdict
  const shown = shownAgain(read.shown, showFields(at.state.fields))
  const view = { ...at, isFromReview: from !== '', shown, errors, warnings, hasAppeared }
  return html(<ItemPage visit={visit} view={view} />, status)
}

/** One entry of a group, stored or about to be. Nothing where no such group is asked, or it has no room. */
function findEntry(opened: OpenedDraft, { page: slug, group, item }: EntryParams) {
  const page: PageState | undefined = opened.open.pages.find(one => one.slug === slug)
  const field = page?.fields.find(one => one.id === group)
  if (!page || field?.compiled.field.type !== 'group') return undefined
  const place = { pageId: page.id, groupId: group, itemId: item }
  const known = findItem(opened.open, place)
  if (known) return { opened, page, group: field.compiled, state: known, isNew: false }
  const { max } = field.compiled.field
  if (max !== undefined && field.items.length >= max) return undefined
  const items = (opened.content.answers[group] ?? []) as readonly ItemAnswer[]
  const answers: Answers = { ...opened.content.answers, [group]: [...items, { _id: item }] }
  const open = openFlow(opened.package.flow, answers, opened.context)
  const state = findItem(open, place)
  return state && { opened: { ...opened, open }, page, group: field.compiled, state, isNew: true }
}

function warningsOf(state: ItemState) {
  return state.fields.flatMap(field => field.warnings)
}
