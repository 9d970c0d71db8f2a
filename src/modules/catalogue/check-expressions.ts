import {
  ANY,
  analyseFeel,
  contextOf,
  DATE,
  listOf,
  type Names,
  NUMBER,
  type Shape,
  TEXT,
} from '#flow/index.ts'
import type { Reporter, Spot } from './check-report.ts'

/** Names every expression beside the form has; what is decided is only known at the desk. */
export function caseNames(form: Names): Map<string, Shape> {
  const authority = { name: TEXT, office: TEXT, street: TEXT, house_number: TEXT, postcode: TEXT, town: TEXT }
  const known = { file_number: TEXT, submitted_on: DATE, today: DATE, fee_cents: NUMBER }
  return new Map<string, Shape>([
    ...form,
    ['case', contextOf(known)],
    ['authority', contextOf(authority)],
    ['decision', ANY],
  ])
}

/** `each: trees, as: tree, with: tree_facts`: the item's answers, the computed entries, its number and its decision. */
export interface Each {
  readonly of: string
  readonly as: string
  readonly with?: string | undefined
}

export function withAlias(names: Names, each: Each): Names {
  const parts = [each.of, ...(each.with ? [each.with] : [])].map(name => elementOf(names.get(name)))
  if (parts.some(part => part?.kind !== 'context')) return new Map([...names, [each.as, ANY]])
  const entries = parts.flatMap(part => (part?.kind === 'context' ? [...part.entries] : []))
  const alias = {
    kind: 'context' as const,
    entries: new Map<string, Shape>([...entries, ['n', NUMBER], ['decision', ANY], ['_id', TEXT]]),
  }
  return new Map<string, Shape>([...names, [each.as, alias], ['items', listOf(alias)]])
}

function elementOf(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === 'list' ? shape.of : shape
}

export interface Naming {
  readonly names: Names
  readonly reporter: Reporter
}

/** One FEEL expression of service.yaml, checks.yaml or a notice. */
export function checkExpression(source: unknown, spot: Spot, { names, reporter }: Naming): void {
  if (typeof source !== 'string') return
  for (const problem of analyseFeel(source, names).problems)
    reporter.error(problem.code, spot, { ...problem.values })
}

/** Placeholders `{path}` and `{path|money}` in a text. */
export function checkPlaceholders(text: string, spot: Spot, naming: Naming): void {
  for (const [, inner = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    const [path = '', form] = inner.split('|')
    const isForm = form === undefined || ['money', 'date', 'number'].includes(form)
    if (!isForm || !/^\w+(\.\w+)*$/.test(path)) {
      naming.reporter.error('unknown_placeholder', spot, { name: `{${inner}}`, near: '' })
    } else checkExpression(path, spot, naming)
  }
}
