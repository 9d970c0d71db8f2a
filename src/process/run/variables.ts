import { date } from 'feelin'
import { localDay } from '../calendar.ts'
import type { Data } from '../fact.ts'
import type { Flow, ProcessNode } from '../model.ts'
import type { Carry } from './token.ts'

type Values = Record<string, unknown>

/**
 * What conditions may read: the context by its names, other facts under their type (`decision.recorded`
 * as `decision.recorded.…`), tasks under `tasks.<node>` with outcome, by, at and data, messages under
 * `messages.<name>`, effects under `effects.<node>`; `outcome` of the token itself and `today`.
 */
export class Variables {
  readonly values: Values
  readonly #timeZone: string

  constructor(context: Data, timeZone: string) {
    this.values = { ...context }
    this.#timeZone = timeZone
  }

  /** Puts data under a dotted path; a later fact of the same type replaces the earlier one. */
  set(path: string, data: unknown): void {
    const keys = path.split('.')
    const last = keys.pop() ?? path
    let place = this.values
    for (const key of keys) {
      const below = own(place, key)
      const copy: Values = isValues(below) ? { ...below } : {}
      define(place, key, copy)
      place = copy
    }
    define(place, last, data)
  }

  /** The flows a token takes from here. */
  choose(node: ProcessNode, flows: readonly Flow[], now: { carry: Carry; at: string }): readonly Flow[] {
    if (node.kind === 'parallel') return flows
    const read = (name: string): unknown => {
      if (name === 'outcome') return now.carry.outcome
      if (name === 'today') return date(localDay(new Date(now.at), this.#timeZone))
      return own(this.values, name)
    }
    const holds = (flow: Flow) => flow.id !== node.fallback && (flow.condition?.holds(read) ?? true)
    const open = node.kind === 'exclusive' ? flows.filter(holds).slice(0, 1) : flows.filter(holds)
    return open.length > 0 ? open : flows.filter(flow => flow.id === node.fallback)
  }
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(values: Values, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

// A fact type or message name `__proto__` must be a name like any other.
function define(values: Values, key: string, value: unknown): void {
  Object.defineProperty(values, key, { value, writable: true, enumerable: true, configurable: true })
}
