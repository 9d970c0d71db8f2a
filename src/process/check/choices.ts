import type { Flow, ProcessNode } from '../model.ts'
import type { Surroundings } from '../run/machine.ts'
import type { Carry } from '../run/token.ts'

/**
 * Answers every question of one run, and then, run by run, differently, until all answers were given.
 * Conditions on the outcome alone are answered as they are; others may turn out either way.
 */
export class Choices implements Surroundings {
  /** Gateways of the current run, for the report of a circle. */
  readonly latest = new Set<string>()
  readonly #passed: Set<string>
  #script: { taken: number; of: number }[] = []
  #position = 0

  constructor(passed: Set<string>) {
    this.#passed = passed
  }

  /** Next combination of answers; false when all were played. */
  advance(): boolean {
    this.#position = 0
    this.latest.clear()
    while (this.#script.length > 0) {
      const last = this.#script.pop()
      if (last && last.taken + 1 < last.of) {
        this.#script.push({ taken: last.taken + 1, of: last.of })
        return true
      }
    }
    return false
  }

  choose = (node: ProcessNode, flows: readonly Flow[], carry: Carry): readonly Flow[] => {
    this.latest.add(node.id)
    const options = optionsOf(node, flows, carry)
    if (options.length < 2) return options[0] ?? []
    const entry = this.#script[this.#position] ?? { taken: 0, of: options.length }
    this.#script[this.#position] = entry
    this.#position += 1
    return options[entry.taken] ?? []
  }

  note: Surroundings['note'] = (_, node) => {
    this.#passed.add(node.id)
  }
}

/** Every set of flows a token may take from here. */
function optionsOf(node: ProcessNode, flows: readonly Flow[], carry: Carry): Flow[][] {
  if (node.kind === 'parallel') return [[...flows]]
  const fallback = flows.filter(flow => flow.id === node.fallback)
  const others = flows.filter(flow => flow.id !== node.fallback)
  const maybe = others.filter(flow => truth(flow, carry) === undefined)
  const surely = others.filter(flow => truth(flow, carry) === true)
  if (node.kind === 'exclusive') {
    const [first] = surely
    const before = first ? maybe.filter(flow => others.indexOf(flow) < others.indexOf(first)) : maybe
    const last = first ? [first] : fallback
    return [...before.map(flow => [flow]), ...(last.length > 0 ? [last] : [])]
  }
  const sets = subsets(maybe).map(some => others.filter(f => surely.includes(f) || some.includes(f)))
  const filled = sets.filter(set => set.length > 0)
  return filled.length < sets.length && fallback.length > 0 ? [...filled, fallback] : filled
}

function truth({ condition }: Flow, carry: Carry): boolean | undefined {
  if (!condition) return true
  return condition.names.join() === 'outcome' ? condition.holds(() => carry.outcome) : undefined
}

function subsets<T>(items: readonly T[]): T[][] {
  const [first, ...rest] = items
  if (first === undefined) return [[]]
  return subsets(rest).flatMap(set => [set, [first, ...set]])
}
