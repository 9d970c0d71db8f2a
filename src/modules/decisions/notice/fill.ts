import type { Language } from '#core/i18n/languages.ts'
import { type Answer, type Answers, type CompiledField, fillText, type Lookup } from '#flow/index.ts'
import { fieldsOf } from '../form/decision-fields.ts'
import type { OpenedDecision, OpenedItem } from '../form/open-decision.ts'
import { messages } from '../messages.ts'
import type { NoticeFault, NoticePart } from './fault.ts'
import { type Form, tellAnswer, tellAs, tellValue } from './told-value.ts'

/** The item a text speaks of: `tree` in `{tree.species}`. */
export interface NamedItem {
  readonly alias: string
  readonly of: string
  readonly index: number
  readonly values: Readonly<Record<string, unknown>>
  readonly opened?: OpenedItem | undefined
}

/** Where texts are filled, and where gaps are noted. */
export interface Filling {
  readonly opened: OpenedDecision
  readonly lookup: Lookup
  readonly language: Language
  readonly item?: NamedItem | undefined
  readonly at: { readonly part: NoticePart; readonly text?: string }
  /** Gaps found on the way are put here. */
  readonly faults: NoticeFault[]
}

const placeholder = /\{([\w.]+)(?:\|(money|date|number))?\}/g

/** Puts values in place of `{path}`. A value that is empty is named in its place and noted as a fault. */
export function fillPlaceholders(text: string, filling: Filling): string {
  return text.replaceAll(placeholder, (_, path: string, form: Form | undefined) => {
    const word = form ? tellAs(form, valueAt(path, filling.lookup), filling.language) : wordFor(path, filling)
    if (word.trim() !== '') return word
    const name = labelOf(path, filling)
    filling.faults.push({ code: 'empty', name, ...filling.at })
    return messages.in(filling.language)('letter.gap', { name })
  })
}

/** What FEEL sees at a path such as `tree.decision.verdict`. */
function valueAt(path: string, lookup: Lookup): unknown {
  const [first = '', ...rest] = path.split('.')
  let value = lookup(first)
  for (const key of rest)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return value
}

function wordFor(path: string, filling: Filling): string {
  const { opened, language, lookup } = filling
  const answered = answerAt(path, filling)
  if (answered)
    return answered.value === undefined ? '' : tellAnswer(answered.field, answered.value, language)
  // Parameters have types of their own: an amount, a day of the year, a list of codes.
  if (path.startsWith('param.')) {
    const sentence = `{${path}}`
    const { flow } = opened.matter.package
    return fillText(
      { de: sentence, 'de-leicht': sentence, en: sentence },
      { flow, open: opened.matter.open, lang: language },
    )
  }
  return tellValue(valueAt(path, lookup), language)
}

interface Answered {
  readonly field: CompiledField
  readonly value: Answer | undefined
}

/** The answer that a path means, with its field: of the decision, of an item, or of the form. */
function answerAt(path: string, { opened, item }: Filling): Answered | undefined {
  const [first = '', second = '', third] = path.split('.')
  const { flow } = opened.matter.package
  if (item && first === item.alias) {
    if (second === 'decision') return decided(third, item.opened?.fields)
    const field = flow.fieldById.get(item.of)?.items.find(one => one.id === second)
    const entries = (opened.matter.open.answers[item.of] ?? []) as readonly Answers[]
    return field && { field, value: entries[item.index]?.[second] }
  }
  if (first === 'decision') return decided(second, opened.fields)
  if (second !== '') return undefined
  const field = flow.fieldById.get(first)
  return field && { field, value: opened.matter.open.answers[first] }
}

function decided(id: string | undefined, fields: OpenedDecision['fields']): Answered | undefined {
  const field = fields?.flow.fieldById.get(id ?? '')
  if (!field) return undefined
  return { field, value: fieldsOf(fields).find(state => state.id === id)?.value }
}

/** How the gap is called: by the question that was not answered, or by the placeholder. */
function labelOf(path: string, filling: Filling): string {
  const field = answerAt(path, filling)?.field.field
  return field?.label?.[filling.language] ?? path
}
