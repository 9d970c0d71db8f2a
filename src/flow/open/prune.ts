import type { Answer, Answers, ItemAnswer } from '../answers.ts'
import type { Lookup } from '../feel/program.ts'
import { feelItem } from '../kinds/group.ts'
import type { CompiledField, CompiledPage, Flow } from '../model.ts'
import { itemScope, type Scope } from './scope.ts'

/** Visible fields and the answers that count, with the answers of group items likewise. */
export interface Pruned {
  readonly pages: readonly CompiledPage[]
  readonly visible: ReadonlyMap<CompiledPage, readonly CompiledField[]>
  readonly answers: Record<string, Answer>
}

/** Goes through the form once, in order, and keeps what is reachable. Conditions only look back. */
export function pruneAnswers(flow: Flow, answers: Answers, scope: Scope): Pruned {
  const visible = new Map<CompiledPage, readonly CompiledField[]>()
  const kept: Record<string, Answer> = {}
  const pages: CompiledPage[] = []
  for (const page of flow.pages) {
    if (page.when && page.when.run(scope.lookup) !== true) continue
    pages.push(page)
    visible.set(
      page,
      page.fields.filter(field => keepAnswer(field, { answers, kept, scope, flow })),
    )
  }
  return { pages, visible, answers: kept }
}

interface Keeping {
  readonly answers: Answers
  readonly kept: Record<string, Answer>
  readonly scope: Scope
  readonly flow: Flow
}

/** Keeps the answer of a visible field; says whether the field is visible. */
function keepAnswer(field: CompiledField, keeping: Keeping): boolean {
  const { answers, kept, scope, flow } = keeping
  if (!isShown(field, scope.lookup)) return false
  const given = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
  if (given === undefined || !field.kind.isWell(given)) return true
  const value =
    field.items.length > 0
      ? pruneItems(field, given as readonly ItemAnswer[], { scope, flow })
      : availableOptions(field, given, scope.lookup)
  if (value === undefined || value === '') return true
  kept[field.id] = value
  const feel =
    field.items.length > 0
      ? (value as readonly ItemAnswer[]).map(item => feelItem(field, item))
      : field.kind.feel(value)
  scope.set(field.id, feel)
  return true
}

export function isShown(field: CompiledField, lookup: Lookup): boolean {
  return !field.when || field.when.run(lookup) === true
}

/** A chosen option that is not offered (any more) was not chosen. */
function availableOptions(field: CompiledField, value: Answer, lookup: Lookup): Answer | undefined {
  const { type } = field.field
  if (type !== 'choice' && type !== 'multichoice') return value
  const isOffered = (option: string) => field.options.get(option)?.shownWhen?.run(lookup) ?? true
  const hasOption = (option: string) => field.options.has(option) && isOffered(option) === true
  if (type === 'choice') return hasOption(String(value)) ? value : undefined
  const left = (value as readonly string[]).filter(hasOption)
  return left.length > 0 ? left : undefined
}

function pruneItems(
  group: CompiledField,
  items: readonly ItemAnswer[],
  around: { scope: Scope; flow: Flow },
): ItemAnswer[] {
  return items.map(item => {
    const inner: Record<string, Answer> = {}
    const scope = itemScope(group, around.scope.lookup, around.flow)
    for (const field of group.items)
      keepAnswer(field, { answers: item as Answers, kept: inner, scope, flow: around.flow })
    return { ...inner, _id: item._id }
  })
}
