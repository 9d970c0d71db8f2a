import { formatBytes } from '#core/i18n/format.ts'
import { errorText, type FieldError, type Filling, itemTitle, type PageState } from '#flow/index.ts'
import type { UploadOutcome } from '../documents/receive-upload.ts'
import { messages } from '../messages.ts'
import type { FieldNote, OpenFilling } from './asking.ts'

/** Errors of a page as its summary and fields say them; those inside of a group's entry lead to the entry. */
export function pageErrors(
  errors: readonly FieldError[],
  page: PageState | undefined,
  filling: OpenFilling,
): FieldNote[] {
  const notes = errors.map(error => {
    const [group = '', index, inner] = error.field.split('.')
    const field = page?.fields.find(one => one.id === group)
    const item = /^\d+$/.test(index ?? '') ? field?.items[Number(index)] : undefined
    if (!field || !item) return { name: error.field, message: errorText(error, filling) }
    const title = itemTitle(field.compiled, item, filling)
    const message = inner
      ? messages.in(filling.lang)('group.item_incomplete', { item: title })
      : errorText(error, filling)
    return { name: `${group}.${item.id}`, message }
  })
  return notes.filter((note, index) => notes.findIndex(other => other.name === note.name) === index)
}

/** Errors of one entry under the names that its own page has. */
export function itemErrors(errors: readonly FieldError[], filling: Filling): FieldNote[] {
  return errors.map(error => ({
    name: error.field.split('.').slice(2).join('.'),
    message: errorText(error, filling),
  }))
}

/** Files that came along and are not kept, and why. */
export function uploadErrors(outcomes: readonly UploadOutcome[], lang: Filling['lang']): FieldNote[] {
  const t = messages.in(lang)
  return outcomes.flatMap(outcome => {
    if (!('problem' in outcome)) return []
    const { field, name, problem, max_bytes } = outcome
    return [
      { name: field, message: t(`upload.problem.${problem}`, { name, max: formatBytes(max_bytes, lang) }) },
    ]
  })
}
