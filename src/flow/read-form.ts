import type { Answer, Answers, Raw, Shown } from './answers.ts'
import type { CompiledField, Flow } from './model.ts'
import { errorOf } from './open/check-field.ts'
import { openFlow } from './open/open-flow.ts'
import type { FieldError, FieldState, FlowContext, ItemState, OpenFlow } from './open/state.ts'

export interface FormContext extends FlowContext {
  /** The answers so far */
  readonly answers: Answers
}

export interface ReadForm {
  /** All answers with those of this page; not pruned, so that going back loses nothing. */
  readonly answers: Answers
  /** Of this page (or item). */
  readonly errors: readonly FieldError[]
  /** What was typed, to be shown again. */
  readonly shown: Shown
  /** Fields that these very answers made visible and that were not asked yet: show the page again. */
  readonly appeared: readonly string[]
  /** The flow with the new answers. */
  readonly open: OpenFlow
}

/** Fields whose answers come another way than by the page's own form. */
const ELSEWHERE = ['upload', 'group', 'info']

/** Reads one posted page. Never throws on anything that was posted. */
export function readForm(flow: Flow, pageId: string, input: { raw: Raw; context: FormContext }): ReadForm {
  const { raw, context } = input
  const page = flow.pageById.get(pageId)
  const opened = openFlow(flow, context.answers, context)
  if (!page) return { answers: context.answers, errors: [], shown: {}, appeared: [], open: opened }
  const before = opened.page(pageId)
  const asked = new Set((before?.fields ?? []).map(field => field.id))
  const read = readFields(page.fields, { raw, asked, answers: context.answers })
  const open = openFlow(flow, read.answers, context)
  const told = tellErrors(open.page(pageId)?.fields ?? [], { ...read, asked, spot: { pageId, prefix: '' } })
  return { answers: read.answers, ...told, shown: shownOf(page.fields, raw), open }
}

interface Reading {
  readonly raw: Raw
  /** Fields that were on the page when it was sent out. */
  readonly asked: ReadonlySet<string>
  readonly answers: Answers
}
export interface FieldsRead {
  readonly answers: Answers
  /** Problems of reading, by field; the answer is then missing. */
  readonly unread: ReadonlyMap<string, NonNullable<ReturnType<CompiledField['kind']['read']>['problem']>>
  readonly posted: ReadonlySet<string>
}

/** Reads the fields one by one; what was not asked and not posted keeps its answer. */
export function readFields(fields: readonly CompiledField[], { raw, asked, answers }: Reading): FieldsRead {
  const next: Record<string, Answer | undefined> = { ...answers }
  const unread = new Map<string, NonNullable<ReturnType<CompiledField['kind']['read']>['problem']>>()
  const posted = new Set<string>()
  for (const field of fields) {
    if (ELSEWHERE.includes(field.field.type)) continue
    const isPosted = namesOf(field).some(name => Object.hasOwn(raw, name))
    if (isPosted) posted.add(field.id)
    // Boxes without a tick are not posted: where the field was asked, that is an answer too.
    if (!isPosted && !asked.has(field.id)) continue
    const { value, problem } = field.kind.read(field, raw)
    if (problem) unread.set(field.id, problem)
    if (value === undefined) delete next[field.id]
    else next[field.id] = value
  }
  return { answers: next, unread, posted }
}

function namesOf(field: CompiledField): string[] {
  return [field.id, ...field.kind.parts.map(part => `${field.id}.${part}`)]
}

interface Telling extends FieldsRead {
  readonly asked: ReadonlySet<string>
  readonly spot: { readonly pageId: string; readonly prefix: string }
}

/** Errors of the fields that were asked, with problems of reading before all others. */
export function tellErrors(
  fields: readonly FieldState[],
  telling: Telling,
): Pick<ReadForm, 'errors' | 'appeared'> {
  const { unread, posted, asked, spot } = telling
  const errors: FieldError[] = []
  const appeared: string[] = []
  for (const { id, compiled, errors: found, items } of fields) {
    const problem = unread.get(id)
    if (problem) errors.push(errorOf(compiled, problem, spot))
    else if (!asked.has(id) && !posted.has(id)) appeared.push(id)
    else errors.push(...found, ...incompleteItems(items, { group: compiled, spot }))
  }
  return { errors, appeared }
}

/** On the page that lists the entries of a group, one line for each that is not complete. */
function incompleteItems(
  items: readonly ItemState[],
  at: { group: CompiledField; spot: Telling['spot'] },
): FieldError[] {
  const item = at.group.field.item ?? at.group.field.label ?? ''
  return items
    .filter(one => !one.complete)
    .map(one => ({
      page: at.spot.pageId,
      field: `${at.group.id}.${one.index}`,
      code: 'item_incomplete',
      message: { key: 'item_incomplete', values: { item } },
    }))
}

/** The posted values of known fields, for showing them again. */
export function shownOf(fields: readonly CompiledField[], raw: Raw): Shown {
  const shown: Shown = {}
  for (const name of fields.flatMap(namesOf)) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined
    if (typeof value === 'string') shown[name] = value
    else if (Array.isArray(value)) shown[name] = value.filter(one => typeof one === 'string')
  }
  return shown
}
