import type { Answers } from './answers.ts'
import { fillText } from './fill-text.ts'
import type { Lang } from './format.ts'
import type { CompiledField, Flow } from './model.ts'
import { openFlow } from './open/open-flow.ts'
import type { FieldState, FlowContext, ItemState, OpenFlow } from './open/state.ts'
import { say } from './say.ts'

export interface Entry {
  readonly label: string
  readonly value: string
  readonly page: string
  /** `family_name`, `trees.0.height_m` */
  readonly field: string
  /** Heading of the group item it belongs to: "Baum 1" */
  readonly item?: string | undefined
}
export interface DescribedSection {
  readonly section: string
  readonly title: string
  readonly entries: readonly Entry[]
}

/** Questions and answers as people read them: for the review page, the receipt and the case. */
export function describe(
  flow: Flow,
  answers: Answers,
  how: { context: FlowContext; lang: Lang },
): DescribedSection[] {
  return describeOpen(flow, openFlow(flow, answers, how.context), how.lang)
}

/** The same for a flow that is open already. */
export function describeOpen(flow: Flow, open: OpenFlow, lang: Lang): DescribedSection[] {
  return flow.definition.sections.flatMap(section => {
    const pages = open.pages.filter(page => page.section === section.id)
    const entries = pages.flatMap(page =>
      page.fields.flatMap(field => describeField(field, { flow, open, lang, page: page.id })),
    )
    return entries.length > 0 ? [{ section: section.id, title: section.title[lang], entries }] : []
  })
}

interface Telling {
  readonly flow: Flow
  readonly open: OpenFlow
  readonly lang: Lang
  readonly page: string
}

function describeField(state: FieldState, telling: Telling): Entry[] {
  const { compiled, value } = state
  if (value === undefined) return []
  if (compiled.items.length > 0) return state.items.flatMap(item => describeItem(compiled, item, telling))
  return [
    {
      label: labelOf(compiled, telling),
      value: compiled.kind.tell(compiled, value, telling.lang),
      page: telling.page,
      field: state.id,
    },
  ]
}

function describeItem(group: CompiledField, item: ItemState, telling: Telling): Entry[] {
  const values = Object.fromEntries(item.fields.map(field => [field.id, field.value]))
  const filling = { ...telling, item: { group, values, index: item.index } }
  const heading = itemTitle(group, item, telling)
  return item.fields.flatMap(({ id, compiled, value }) => {
    if (value === undefined) return []
    const label = fillText(compiled.field.label ?? compiled.field.text ?? EMPTY, filling)
    const field = `${group.id}.${item.index}.${id}`
    return [
      {
        label,
        value: compiled.kind.tell(compiled, value, telling.lang),
        page: telling.page,
        field,
        item: heading,
      },
    ]
  })
}

/** "Baum 1", as the group names its items. */
export function itemTitle(
  group: CompiledField,
  item: ItemState,
  telling: Pick<Telling, 'flow' | 'open' | 'lang'>,
): string {
  const values = Object.fromEntries(item.fields.map(field => [field.id, field.value]))
  const { item: title } = group.field
  if (!title) return say(telling.lang, 'tell.item', { n: item.index + 1 })
  return fillText(title, { ...telling, item: { group, values, index: item.index } })
}

const EMPTY = { de: '', 'de-leicht': '', en: '' }

function labelOf(field: CompiledField, telling: Telling): string {
  return fillText(field.field.label ?? field.field.text ?? EMPTY, telling)
}
