import {
  boundariesOf,
  type Flow,
  getFlow,
  getNode,
  nodesOf,
  outgoingOf,
  type ProcessModel,
  type ProcessNode,
} from '../model.ts'
import { readyInclusive } from './inclusive.ts'
import { Marking } from './marking.ts'
import { type Activation, type Carry, keepsAlive } from './token.ts'

/** What the machine asks and tells: the run answers from variables, the search tries every answer. */
export interface Surroundings {
  choose(node: ProcessNode, flows: readonly Flow[], carry: Carry): readonly Flow[]
  note(
    step: 'entered' | 'left' | 'cancelled' | 'stuck' | 'passed',
    node: ProcessNode,
    activation?: Activation,
  ): void
}

interface Move {
  readonly node: ProcessNode
  readonly scope: string
  readonly carry: Carry
  readonly flow?: string | undefined
}

// No drawing of a clerk's work passes so many gateways between two pauses: it runs in a circle.
const mostMoves = 5000

export class EndlessLoop extends Error {}

/** Moves tokens through a process until each of them rests. Knows BPMN, not what a case is. */
export class Machine {
  readonly model: ProcessModel
  readonly marking: Marking
  readonly #around: Surroundings
  readonly #moves: Move[] = []
  #at = ''

  constructor(model: ProcessModel, around: Surroundings, marking = new Marking()) {
    this.model = model
    this.#around = around
    this.marking = marking
  }

  start(at: string, carry: Carry): void {
    this.#at = at
    this.#open(this.model.id, '', carry)
    this.#settle()
  }

  /** The event an activation waited for has come. */
  trigger(activation: Activation, at: string, carry: Carry): void {
    this.#at = at
    const { node } = activation
    if (activation.host !== undefined) this.#boundary(activation, carry)
    else if (activation.listens) this.#interrupt(activation, carry)
    else {
      this.#remove(activation, 'left')
      this.#leave(node, activation.scope, carry)
    }
    this.#settle()
  }

  get ended(): boolean {
    return !this.#lives('')
  }

  #boundary(activation: Activation, carry: Carry): void {
    const { node, host } = activation
    const guarded = this.marking.activations.get(host ?? '')
    if (node.interrupting && guarded) this.#remove(guarded, 'cancelled')
    // A timer fires once; a message beside the work may come again.
    else if (node.timer) this.#remove(activation, 'left')
    this.#leave(node, activation.scope, node.interrupting ? carry : { ...carry, beside: true })
  }

  #interrupt(activation: Activation, carry: Carry): void {
    const { node, scope } = activation
    const around = getNode(this.model, node.scope)
    if (node.interrupting) this.#clear(scope)
    const taken = node.interrupting ? carry : { ...carry, beside: true }
    const inside = this.#rest({ node: around, scope, carry: taken })
    this.#listen(around.id, inside.id, taken)
    this.#leave(node, inside.id, taken)
  }

  #settle(): void {
    for (let moves = 0; ; moves += 1) {
      if (moves > mostMoves) throw new EndlessLoop(`process ${this.model.id} runs in a circle`)
      const move = this.#moves.shift()
      if (move) this.#enter(move)
      else if (!this.#join() && !this.#close()) return
    }
  }

  #enter({ node, scope, carry, flow = '' }: Move): void {
    switch (node.kind) {
      case 'task':
      case 'effect':
      case 'wait':
      case 'timer':
        this.#guard(this.#rest({ node, scope, carry }))
        break
      case 'sub-process':
        this.#descend(this.#rest({ node, scope, carry }))
        break
      case 'event-gateway':
        this.#race(node, scope, carry)
        break
      case 'parallel':
        if (this.marking.arrive({ node, scope, flow }, carry).size < node.incoming.length) break
        this.#leave(node, scope, this.marking.merge(node.id, scope))
        break
      case 'inclusive':
        this.marking.arrive({ node, scope, flow }, carry)
        break
      case 'terminate':
        this.#around.note('passed', node)
        this.#terminate(scope)
        break
      default:
        this.#leave(node, scope, carry)
    }
  }

  #descend(inside: Activation): void {
    this.#guard(inside)
    this.#open(inside.node.id, inside.id, inside.carry)
  }

  #leave(node: ProcessNode, scope: string, carry: Carry): void {
    this.#around.note('passed', node)
    const flows = outgoingOf(this.model, node)
    if (flows.length === 0) return
    const taken = this.#around.choose(node, flows, carry)
    if (taken.length === 0) {
      const stuck = this.marking.add({ node, scope, since: this.#at, carry, stuck: true })
      this.#around.note('stuck', node, stuck)
    }
    for (const { id, target } of taken) {
      this.#moves.push({ node: getNode(this.model, target), scope, carry, flow: id })
    }
  }

  #rest(at: Omit<Activation, 'id' | 'since'>): Activation {
    const activation = this.marking.add({ ...at, since: this.#at })
    this.#around.note('entered', at.node, activation)
    return activation
  }

  #guard(host: Activation): void {
    for (const node of boundariesOf(this.model, host.node.id)) {
      this.#rest({ node, scope: host.scope, carry: host.carry, host: host.id })
    }
  }

  #race(node: ProcessNode, scope: string, carry: Carry): void {
    const gate = this.marking.add({ node, scope, carry, since: this.#at })
    this.marking.activations.delete(gate.id)
    this.#around.note('passed', node)
    for (const id of node.outgoing) {
      this.#rest({ node: getNode(this.model, getFlow(this.model, id).target), scope, carry, group: gate.id })
    }
  }

  /** Begins a scope: its starts move, its event sub-processes listen. */
  #open(scopeNode: string, scope: string, carry: Carry): void {
    for (const node of nodesOf(this.model, scopeNode)) {
      if (node.kind === 'start' && node.message) this.#rest({ node, scope, carry })
      else if (node.kind === 'start') this.#moves.push({ node, scope, carry })
    }
    this.#listen(scopeNode, scope, carry)
  }

  #listen(scopeNode: string, scope: string, carry: Carry): void {
    for (const node of nodesOf(this.model, scopeNode)) {
      if (node.kind !== 'event-sub-process') continue
      for (const start of nodesOf(this.model, node.id)) {
        if (start.kind === 'start') this.#rest({ node: start, scope, carry, listens: true })
      }
    }
  }

  #terminate(scope: string): void {
    this.#clear(scope)
    const alive = (move: Move) => move.scope === '' || this.marking.activations.has(move.scope)
    const moves = this.#moves.splice(0).filter(move => move.scope !== scope && alive(move))
    this.#moves.push(...moves)
  }

  #join(): boolean {
    const ready = readyInclusive(this.model, this.marking)
    if (!ready) return false
    this.#leave(ready.node, ready.scope, this.marking.merge(ready.node.id, ready.scope))
    return true
  }

  /** Ends one sub-process in which nothing lives any more. */
  #close(): boolean {
    for (const activation of this.marking.activations.values()) {
      const { kind } = activation.node
      if ((kind !== 'sub-process' && kind !== 'event-sub-process') || this.#lives(activation.id)) continue
      if (activation.stuck) continue
      this.#remove(activation, 'left')
      this.#leave(activation.node, activation.scope, activation.carry)
      return true
    }
    if (this.marking.activations.size > 0 && this.ended) this.#clear('')
    return false
  }

  #lives(scope: string): boolean {
    for (const activation of this.marking.activations.values()) {
      if (activation.scope === scope && keepsAlive(activation)) return true
    }
    return this.marking.hasArrivals(scope)
  }

  #remove(activation: Activation, how: 'left' | 'cancelled'): void {
    this.marking.remove(activation, gone =>
      this.#around.note(gone === activation ? how : 'cancelled', gone.node, gone),
    )
  }

  #clear(scope: string): void {
    this.marking.clear(scope, gone => this.#around.note('cancelled', gone.node, gone))
  }
}
