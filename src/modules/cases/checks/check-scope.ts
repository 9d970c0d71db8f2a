import { type Answers, compileExpression, type Flow, type Lookup, type OpenFlow } from '#flow/index.ts'

/** What checks may read besides the answers. Days as YYYY-MM-DD. */
export interface CheckSurroundings {
  readonly flow: Flow
  readonly open: Pick<OpenFlow, 'answers' | 'lookup'>
  readonly fileNumber: string
  readonly submittedOn: string
  readonly today: string
  readonly authority: Readonly<Record<string, string>>
}

export interface Each {
  readonly of: string
  readonly as: string
  readonly with?: string | undefined
}

/** One entry of a group as the checks see it. */
export interface CheckedItem {
  readonly each: Each
  readonly id: string
  readonly index: number
  /** The item's answers, the entry of the computed list at its place, and `n` from 1. */
  readonly context: Readonly<Record<string, unknown>>
}

/** Answers, `computed`, `param`, `lists`, `today`, `case`, `authority`; inside `each` the item by its name. */
export function checkLookup(around: CheckSurroundings, item?: CheckedItem): Lookup {
  const own = new Map<string, unknown>([
    ['today', feelDay(around.today)],
    [
      'case',
      {
        file_number: around.fileNumber,
        submitted_on: feelDay(around.submittedOn),
        today: feelDay(around.today),
      },
    ],
    ['authority', around.authority],
  ])
  if (item) own.set(item.each.as, item.context)
  return name => own.get(name) ?? around.open.lookup(name)
}

export function itemsOf(around: CheckSurroundings, each: Each): CheckedItem[] {
  const values = listOf(around.open.lookup(each.of))
  const computed = each.with ? listOf(around.open.lookup(each.with)) : []
  return itemIds(around.open.answers, each.of).map((id, index) => ({
    each,
    id,
    index,
    context: { ...values[index], ...computed[index], n: index + 1 },
  }))
}

function itemIds(answers: Answers, group: string): string[] {
  const items = answers[group]
  return Array.isArray(items) ? items.map(item => (item as { _id: string })._id) : []
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : []
}

function feelDay(day: string): unknown {
  return compileExpression(`date("${day}")`).run(() => null)
}
