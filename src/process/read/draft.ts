import type { Fault } from '../fault.ts'
import type { Flow, ProcessModel, ProcessNode } from '../model.ts'
import { attribute, type Element, idOf } from './element.ts'

/** A model in the making: collects every fault, so that all are seen at once. */
export class Draft {
  readonly nodes = new Map<string, ProcessNode>()
  readonly flows = new Map<string, Flow>()
  readonly roleNames = new Map<string, string>()
  readonly #faults: Fault[] = []
  readonly #process: Element

  constructor(process: Element) {
    this.#process = process
  }

  refuse(fault: Fault): void {
    this.#faults.push(fault)
  }

  finish(): ProcessModel | Fault[] {
    if (this.#faults.length > 0) return this.#faults
    const id = idOf(this.#process)
    return {
      id,
      name: attribute(this.#process, 'name') ?? id,
      nodes: this.nodes,
      flows: this.flows,
      inside: Map.groupBy(this.nodes.values(), node => node.scope),
      attached: Map.groupBy(this.nodes.values(), node => node.attachedTo ?? ''),
      roleNames: this.roleNames,
    }
  }
}
