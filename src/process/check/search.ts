import type { ProcessModel } from '../model.ts'
import { EndlessLoop, Machine } from '../run/machine.ts'
import { Marking, nodeOf, scopeOf } from '../run/marking.ts'
import { type Activation, keepsAlive } from '../run/token.ts'
import { Choices } from './choices.ts'

export interface State {
  readonly key: string
  readonly ended: boolean
  /** States that follow by the work itself; an abort from outside excuses no dead end. */
  readonly next: Set<string>
  /** Nodes where something waits or hangs. */
  readonly resting: readonly string[]
  readonly stuck: readonly string[]
  /** Nodes that hold two tokens of the same work. */
  readonly doubled: readonly string[]
}

interface Found {
  readonly states: Map<string, State>
  readonly passed: Set<string>
  readonly circles: Set<string>
  /** False if the process has more states than we look at. */
  complete: boolean
}

const mostStates = 4000
/** Ways to turn all gateways between two rests. */
const mostPlays = 5000
const mostBeside = 1

/** Walks breadth first over all states of a process, with the interpreter that also runs the cases. */
export function search(model: ProcessModel): Found {
  const found: Found = {
    states: new Map(),
    passed: new Set(),
    circles: new Set(),
    complete: true,
  }
  const open: { marking: Marking; state: State }[] = []
  const visit = (machine: Machine): string => {
    const state = describe(machine)
    const known = found.states.get(state.key)
    if (known) return known.key
    found.states.set(state.key, state)
    if (state.doubled.length === 0) open.push({ marking: machine.marking, state })
    return state.key
  }
  const play = (from: Marking | undefined, event: (machine: Machine) => void): string[] =>
    playAll(model, { from, event, found }).map(visit)

  play(undefined, machine => machine.start('', { data: {} }))
  for (let at = open.shift(); at; at = open.shift()) {
    if (found.states.size > mostStates) found.complete = false
    if (!found.complete) return found
    const { marking, state } = at
    for (const { id, outcome, aborts } of eventsOf(marking)) {
      const after = play(marking, machine => {
        const activation = machine.marking.activations.get(id)
        if (activation) machine.trigger(activation, '', { ...activation.carry, outcome })
      })
      if (!aborts) for (const key of after) state.next.add(key)
    }
  }
  return found
}

interface Scene {
  readonly from: Marking | undefined
  readonly event: (machine: Machine) => void
  readonly found: Found
}

/** Plays one event in every way its gateways can turn. */
function playAll(model: ProcessModel, { from, event, found }: Scene): Machine[] {
  const results: Machine[] = []
  const choices = new Choices(found.passed)
  for (let plays = 0; plays === 0 || choices.advance(); plays += 1) {
    if (plays > mostPlays) {
      found.complete = false
      return results
    }
    const machine = new Machine(model, choices, new Marking(from))
    try {
      event(machine)
      // Work beside the main path may pile up without end; one of a kind shows all that can happen.
      if (besideAtMost(machine.marking, mostBeside)) results.push(machine)
    } catch (error) {
      if (!(error instanceof EndlessLoop)) throw error
      for (const node of choices.latest) found.circles.add(node)
      return results
    }
  }
  return results
}

interface Event {
  readonly id: string
  readonly outcome: string | undefined
  readonly aborts: boolean
}

function eventsOf(marking: Marking): Event[] {
  return [...marking.activations.values()].flatMap(activation => {
    const { id, node, carry, stuck } = activation
    if (stuck || node.kind === 'sub-process' || node.kind === 'event-sub-process') return []
    if (node.kind !== 'task')
      return [{ id, outcome: carry.outcome, aborts: abortsScope(marking, activation) }]
    const outcomes = node.outcomes.length > 0 ? node.outcomes : [undefined]
    return outcomes.map(outcome => ({ id, outcome, aborts: false }))
  })
}

function abortsScope(marking: Marking, { node, host, listens }: Activation): boolean {
  const guarded = host === undefined ? undefined : marking.activations.get(host)
  return node.interrupting && (listens === true || guarded?.node.kind === 'sub-process')
}

function describe({ marking, ended }: Machine): State {
  const all = [...marking.activations.values()]
  const alive = all.filter(keepsAlive)
  const arrived = [...marking.arrivals].flatMap(([place, flows]) =>
    [...flows].map(
      ([flow, carries]) => `${pathOf(marking, scopeOf(place))}${nodeOf(place)}<${flow}*${carries.length}`,
    ),
  )
  const key = [...all.map(each => keyOf(marking, each)), ...arrived].sort().join(' ')
  return {
    key,
    ended,
    next: new Set(),
    resting: [...alive.map(each => each.node.id), ...[...marking.arrivals.keys()].map(nodeOf)],
    stuck: alive.filter(each => each.stuck).map(each => each.node.id),
    doubled: doubledIn(marking, alive),
  }
}

function doubledIn(marking: Marking, alive: readonly Activation[]): string[] {
  const main = alive.filter(each => !each.carry.beside)
  const twice = main.filter(a => main.some(b => a !== b && a.node === b.node && a.scope === b.scope))
  const joins = [...marking.arrivals].filter(([, flows]) =>
    [...flows.values()].some(carries => carries.filter(carry => !carry.beside).length > 1),
  )
  return [...twice.map(each => each.node.id), ...joins.map(([place]) => nodeOf(place))]
}

function keyOf(marking: Marking, { node, scope, carry, stuck, host }: Activation): string {
  const flags = [stuck && 'stuck', host && 'guard', carry.beside && 'beside', carry.outcome].filter(Boolean)
  return `${pathOf(marking, scope)}${node.id}(${flags.join()})`
}

/** Names a scope by its nodes, not its numbers, so that a loop comes back to the state it left. */
function pathOf(marking: Marking, scope: string): string {
  const around = marking.activations.get(scope)
  return around ? `${pathOf(marking, around.scope)}${around.node.id}/` : ''
}

function besideAtMost(marking: Marking, most: number): boolean {
  const counts = new Map<string, number>()
  for (const { node, carry, host, listens } of marking.activations.values()) {
    if (!carry.beside || host || listens) continue
    const count = (counts.get(node.id) ?? 0) + 1
    if (count > most) return false
    counts.set(node.id, count)
  }
  return true
}
