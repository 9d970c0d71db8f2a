import type { ProcessNode } from '../model.ts'
import type { Activation, Carry } from './token.ts'

/** Tokens that came to a gateway and wait there for others, by flow. */
export type Arrivals = Map<string, Carry[]>

/** Where all tokens of one case are. */
export class Marking {
  readonly activations: Map<string, Activation>
  /** By scope and gateway. */
  readonly arrivals: Map<string, Arrivals>
  readonly #counts: Map<string, number>

  constructor(from?: Marking) {
    this.activations = new Map(from?.activations)
    this.arrivals = new Map()
    for (const [place, flows] of from?.arrivals ?? []) {
      this.arrivals.set(place, new Map([...flows].map(([flow, carries]) => [flow, [...carries]])))
    }
    this.#counts = new Map(from ? from.#counts : undefined)
  }

  add(activation: Omit<Activation, 'id'>): Activation {
    const { id: node } = activation.node
    const count = (this.#counts.get(node) ?? 0) + 1
    this.#counts.set(node, count)
    const added = { ...activation, id: `${node}:${count}` }
    this.activations.set(added.id, added)
    return added
  }

  arrive(at: { node: ProcessNode; scope: string; flow: string }, carry: Carry): Arrivals {
    const place = placeOf(at.node.id, at.scope)
    const flows = this.arrivals.get(place) ?? new Map<string, Carry[]>()
    this.arrivals.set(place, flows)
    flows.set(at.flow, [...(flows.get(at.flow) ?? []), carry])
    return flows
  }

  /** Takes one token from each flow that has one; the last to come tells the outcome. */
  merge(node: string, scope: string): Carry {
    const place = placeOf(node, scope)
    const flows = this.arrivals.get(place) ?? new Map<string, Carry[]>()
    let merged: Carry = { data: {} }
    for (const [flow, [first, ...rest]] of flows) {
      merged = first ?? merged
      if (rest.length === 0) flows.delete(flow)
      else flows.set(flow, rest)
    }
    if (flows.size === 0) this.arrivals.delete(place)
    return merged
  }

  /** Removes an activation with all that hangs on it: boundary events, rivals, everything inside. */
  remove(activation: Activation, removed: (gone: Activation) => void): void {
    if (!this.activations.delete(activation.id)) return
    removed(activation)
    const { id, group } = activation
    for (const other of [...this.activations.values()]) {
      const hangs = other.host === id || other.scope === id || (group !== undefined && other.group === group)
      if (hangs) this.remove(other, removed)
    }
    this.#forgetArrivals(id)
  }

  /** Removes everything in a scope. */
  clear(scope: string, removed: (gone: Activation) => void): void {
    for (const activation of [...this.activations.values()]) {
      if (activation.scope === scope) this.remove(activation, removed)
    }
    this.#forgetArrivals(scope)
  }

  hasArrivals(scope: string): boolean {
    return [...this.arrivals.keys()].some(place => scopeOf(place) === scope)
  }

  #forgetArrivals(scope: string): void {
    for (const place of [...this.arrivals.keys()]) {
      if (scopeOf(place) === scope) this.arrivals.delete(place)
    }
  }
}

function placeOf(node: string, scope: string): string {
  return `${node} ${scope}`
}

export function nodeOf(place: string): string {
  return place.slice(0, place.indexOf(' '))
}

export function scopeOf(place: string): string {
  return place.slice(place.indexOf(' ') + 1)
}
