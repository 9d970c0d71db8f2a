import { type Fault, faultAt, type SearchFaultCode } from '../fault.ts'
import { getNode, type ProcessModel } from '../model.ts'
import { type State, search } from './search.ts'

/** More conditional flows at one place double the ways to try with each flow. */
const mostFlows = 8

/**
 * Plays every way a case can take (conditions on variables may turn out either way) and judges it:
 * one token a place, option to complete, no dead step. The first kind of fault found hides the kinds
 * that follow from it.
 */
export function checkSearch(model: ProcessModel): Fault[] {
  const wide = [...model.nodes.values()].filter(
    node => node.kind === 'inclusive' && node.outgoing.length > mostFlows,
  )
  if (wide.length > 0) return wide.map(node => faultAt('too-many-states', node))
  const found = search(model)
  if (!found.complete) return [faultAt('too-many-states', { id: model.id, name: model.name })]
  const states = [...found.states.values()]
  const kinds: [SearchFaultCode, () => Iterable<string>][] = [
    ['endless-loop', () => found.circles],
    ['doubled', () => states.flatMap(state => state.doubled)],
    ['stuck', () => states.flatMap(stuckIn)],
    ['no-way-to-end', () => endless(found.states)],
    ['never-reached', () => [...model.nodes.keys()].filter(id => !found.passed.has(id))],
  ]
  for (const [code, nodes] of kinds) {
    const faulty = new Set(nodes())
    if (faulty.size > 0) return [...faulty].map(id => faultAt(code, getNode(model, id)))
  }
  return []
}

function stuckIn(state: State): readonly string[] {
  return state.next.size === 0 && !state.ended ? state.resting : state.stuck
}

function endless(states: ReadonlyMap<string, State>): string[] {
  const finishing = statesThatCanEnd(states)
  return [...states.values()].flatMap(state => (finishing.has(state.key) ? [] : state.resting))
}

/** Backwards from all ended states. */
function statesThatCanEnd(states: ReadonlyMap<string, State>): Set<string> {
  const before = new Map<string, string[]>()
  for (const { key, next } of states.values()) {
    for (const after of next) before.set(after, [...(before.get(after) ?? []), key])
  }
  const can = new Set<string>()
  const open = [...states.values()].filter(state => state.ended).map(state => state.key)
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (can.has(key)) continue
    can.add(key)
    open.push(...(before.get(key) ?? []))
  }
  return can
}
