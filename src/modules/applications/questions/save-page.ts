import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type Answers, type Raw, type ReadForm, readForm, readItem } from '#flow/index.ts'
import { type Changed, changeDraft } from '../drafts/change-draft.ts'
import type { DraftAddress, OpenedDraft } from '../drafts/model.ts'
import type { ApplicationServices } from '../services.ts'

export interface PageSave {
  readonly address: DraftAddress
  readonly language: Language
  /** Slug of the page. */
  readonly page: string
  /** One entry of a group, instead of the page's own fields. */
  readonly group?: { readonly id: string; readonly item: string } | undefined
  readonly raw: Raw
  /** While people type: what cannot be read yet must not take away what was stored. */
  readonly isUnfinished?: boolean | undefined
}

/**
 * Keeps what was typed on one page or in one entry, whether it is right or not. What is wrong stands in the result.
 * @returns a result of nothing when the page cannot be reached with the stored answers
 */
export function savePage(
  services: ApplicationServices,
  scope: Scope,
  save: PageSave,
): Promise<Changed<ReadForm | undefined>> {
  const { address, language } = save
  return changeDraft<ReadForm | undefined>(services, scope, {
    address,
    language,
    change: opened => {
      const read = readPosted(opened, save)
      if (!read) return { answers: opened.content.answers, open: opened.open, result: undefined }
      if (!save.isUnfinished) return { answers: read.answers, open: read.open, result: read }
      return { answers: keepReadable(opened.content.answers, read), result: read }
    },
  })
}

function readPosted({ package: pack, content, context }: OpenedDraft, save: PageSave): ReadForm | undefined {
  const page = pack.flow.pages.find(one => one.slug === save.page)
  if (!page) return undefined
  const input = { raw: save.raw, context: { ...context, answers: content.answers } }
  const group = save.group
  const read = group
    ? readItem(pack.flow, { pageId: page.id, groupId: group.id, itemId: group.item }, input)
    : readForm(pack.flow, page.id, input)
  const reached = read.open.page(page.id)
  const isThere = group ? reached?.fields.some(field => field.id === group.id) : reached !== undefined
  return isThere ? read : undefined
}

function keepReadable(before: Answers, read: ReadForm): Answers {
  const lost = Object.keys(before).filter(field => read.answers[field] === undefined)
  const unread = lost.filter(field => read.errors.some(error => error.field.split('.')[0] === field))
  return { ...read.answers, ...Object.fromEntries(unread.map(field => [field, before[field]])) }
}
