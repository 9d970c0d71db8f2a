import { evaluate, FeelFunction, type Warning } from 'feelin'
import { freeNames } from './free-names.ts'

/** A FEEL expression, parsed once and asked as often as a case is replayed. */
export interface Condition {
  readonly text: string
  /** Variables which the expression reads, without FEEL's own functions. */
  readonly names: readonly string[]
  /** True only if the expression yields true: FEEL's null counts as no. */
  readonly holds: (read: (name: string) => unknown) => boolean
}

export type ConditionFault = 'condition-unreadable' | 'condition-too-long' | 'condition-reads-clock'

const longest = 1000
// The same facts must give the same state at any time, so the clock comes in as the variable `today`.
const clocks = new Set(['now', 'today'])

/**
 * Parses a FEEL condition.
 *
 * ```ts
 * const condition = readCondition('outcome = "ja"')
 * if (typeof condition !== 'string') condition.holds(name => ({ outcome: 'ja' })[name]) // true
 * ```
 */
export function readCondition(source: string): Condition | ConditionFault {
  const text = source.trim().replace(/^=\s*/, '')
  if (text.length > longest) return 'condition-too-long'
  const found = freeNames(text)
  if (!found) return 'condition-unreadable'
  if (found.calls.some(name => clocks.has(name))) return 'condition-reads-clock'
  return { text, names: found.names, holds: compile(text, found.names) }
}

// FEEL parses at each evaluation. A function definition is evaluated once and keeps its parsed body.
function compile(text: string, names: readonly string[]): Condition['holds'] {
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${text}`)
  if (!(value instanceof FeelFunction)) throw new Error(`FEEL did not compile: ${text}`)
  return read => {
    const result: unknown = value.invoke(names.map(name => read(name) ?? null))
    forget(warnings)
    return result === true
  }
}

/** Each call adds its warnings to the list of the definition, which would grow for as long as we run. */
function forget(warnings: Warning[]): void {
  warnings.length = 0
}
