import type { ItemAnswer } from '../answers.ts'
import { contextOf, listOf } from '../feel/shape.ts'
import type { CompiledField, Kind, Problem } from '../model.ts'

/** More entries than any form needs; keeps expressions over groups cheap. */
export const MAX_ITEMS = 100

/** How many entries a group takes. */
export function mostItems(field: CompiledField): number {
  return Math.min(field.field.max ?? MAX_ITEMS, MAX_ITEMS)
}

function isItem(value: unknown): value is ItemAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const id = (value as Partial<ItemAnswer>)._id
  return typeof id === 'string' && id !== ''
}

function checkCount(field: CompiledField, count: number): Problem[] {
  const { min = 1 } = field.field
  const max = mostItems(field)
  if (count < min) return [{ code: 'min_items', values: { least: min } }]
  return count > max ? [{ code: 'max_items', values: { most: max, over: count - max } }] : []
}

/** Items as FEEL sees them: every field is there, null where nothing is answered. */
export function feelItem(field: CompiledField, item: ItemAnswer): Record<string, unknown> {
  const context: Record<string, unknown> = {}
  for (const inner of field.items) {
    const value = item[inner.id]
    context[inner.id] = value === undefined ? inner.kind.unanswered : inner.kind.feel(value)
  }
  return context
}

export const group: Kind = {
  shape: field =>
    listOf(contextOf(Object.fromEntries(field.items.map(inner => [inner.id, inner.kind.shape(inner)])))),
  isWell: value => Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isItem),
  read: () => ({ value: undefined }),
  check: (field, value) => checkCount(field, (value as ItemAnswer[]).length),
  show: () => ({}),
  tell: (_field, value) => String((value as ItemAnswer[]).length),
  feel: value => value,
  unanswered: [],
  parts: [],
}
