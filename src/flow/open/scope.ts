import { feelDate, type Lookup } from '../feel/program.ts'
import type { CompiledField, Flow } from '../model.ts'
import type { FlowContext } from './state.ts'

/** All names of the moment. Questions are filled in as they are passed; computed values when first asked for. */
export interface Scope {
  readonly lookup: Lookup
  set(name: string, value: unknown): void
}

/** A scope in which nothing is answered yet. */
export function makeScope(flow: Flow, context: FlowContext): Scope {
  const values = new Map<string, unknown>([
    ['param', { ...flow.parameterDefaults, ...context.param }],
    ['today', feelDate(context.today)],
    ['portal', context.portal ?? null],
    ['lists', flow.lists],
  ])
  const lookup: Lookup = name => {
    const known = values.get(name)
    if (known !== undefined) return known
    const program = flow.computed.get(name)
    if (!program) return flow.fieldById.get(name)?.kind.unanswered ?? null
    const value = program.run(lookup)
    values.set(name, value)
    return value
  }
  return { lookup, set: (name, value) => void values.set(name, value) }
}

/** Inside an item of a group its own fields come first, the form lies around it. */
export function itemScope(group: CompiledField, around: Lookup, flow: Flow): Scope {
  const own = new Map<string, unknown>(group.items.map(item => [item.id, item.kind.unanswered]))
  const lookup: Lookup = name => {
    if (own.has(name)) return own.get(name)
    return name === 'outer' ? outerValues(around, flow) : around(name)
  }
  return { lookup, set: (name, value) => void own.set(name, value) }
}

function outerValues(around: Lookup, flow: Flow): Record<string, unknown> {
  const names = [...flow.fieldById.keys(), ...flow.computed.keys(), 'param', 'today', 'portal', 'lists']
  return Object.fromEntries(names.map(name => [name, around(name)]))
}
