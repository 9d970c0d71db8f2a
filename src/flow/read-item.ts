import type { Answers, ItemAnswer, Raw } from './answers.ts'
import { mostItems } from './kinds/group.ts'
import type { CompiledField, Flow } from './model.ts'
import { errorOf } from './open/check-field.ts'
import { openFlow } from './open/open-flow.ts'
import type { ItemState, OpenFlow } from './open/state.ts'
import { type FormContext, type ReadForm, readFields, shownOf, tellErrors } from './read-form.ts'

/** One item of a group: which page, group and item it is. A new item brings a fresh `itemId`. */
export interface ItemAddress {
  readonly pageId: string
  readonly groupId: string
  readonly itemId: string
}

interface ItemInput {
  readonly raw: Raw
  readonly context: FormContext
}

/** Reads the posted form of one item; the item is added when there is none of this id. Never throws. */
export function readItem(
  flow: Flow,
  address: ItemAddress,
  input: { raw: Raw; context: FormContext },
): ReadForm {
  const { raw, context } = input
  const group = groupOf(flow, address)
  if (!group) {
    return {
      answers: context.answers,
      errors: [],
      shown: {},
      appeared: [],
      open: openFlow(flow, context.answers, context),
    }
  }
  // An item that is not there yet is asked as an empty one, so that the same fields count as asked.
  const existing = itemsOf(context.answers, group).find(item => item._id === address.itemId)
  if (!existing && itemsOf(context.answers, group).length >= mostItems(group))
    return refuseItem(flow, group, input)
  const start = withItem(context.answers, group, existing ?? { _id: address.itemId })
  const before = findItem(openFlow(flow, start, context), address)
  const asked = new Set((before?.fields ?? []).map(field => field.id))
  const read = readFields(group.items, { raw, asked, answers: (existing ?? {}) as Answers })
  const answers = withItem(context.answers, group, { ...read.answers, _id: address.itemId } as ItemAnswer)
  const open = openFlow(flow, answers, context)
  const item = findItem(open, address)
  const spot = { pageId: address.pageId, prefix: `${group.id}.${item?.index ?? 0}.` }
  const told = tellErrors(item?.fields ?? [], { ...read, asked, spot })
  return { answers, ...told, shown: shownOf(group.items, raw), open }
}

/** A full group takes no further entry; nothing of it is stored. */
function refuseItem(flow: Flow, group: CompiledField, { raw, context }: ItemInput): ReadForm {
  const values = { most: mostItems(group), over: 1 }
  const errors = [errorOf(group, { code: 'max_items', values }, { pageId: group.pageId, prefix: '' })]
  const open = openFlow(flow, context.answers, context)
  return { answers: context.answers, errors, shown: shownOf(group.items, raw), appeared: [], open }
}

/** The answers without one item. */
export function removeItem(flow: Flow, address: ItemAddress, answers: Answers): Answers {
  const group = groupOf(flow, address)
  if (!group) return answers
  return { ...answers, [group.id]: itemsOf(answers, group).filter(item => item._id !== address.itemId) }
}

/** The state of one item, for its own page. */
export function findItem(open: OpenFlow, address: ItemAddress): ItemState | undefined {
  const group = open.page(address.pageId)?.fields.find(field => field.id === address.groupId)
  return group?.items.find(item => item.id === address.itemId)
}

function groupOf(flow: Flow, { pageId, groupId }: ItemAddress): CompiledField | undefined {
  return flow.pageById.get(pageId)?.fields.find(field => field.id === groupId && field.field.type === 'group')
}

function itemsOf(answers: Answers, group: CompiledField): readonly ItemAnswer[] {
  const items = answers[group.id]
  return group.kind.isWell(items) ? (items as readonly ItemAnswer[]) : []
}

function withItem(answers: Answers, group: CompiledField, item: ItemAnswer): Answers {
  const items = itemsOf(answers, group)
  const isNew = !items.some(one => one._id === item._id)
  return {
    ...answers,
    [group.id]: isNew ? [...items, item] : items.map(one => (one._id === item._id ? item : one)),
  }
}
