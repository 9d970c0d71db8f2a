import { type Data, type Fact, isData, textOf } from '../fact.ts'
import type { ProcessModel, ProcessNode } from '../model.ts'
import { Machine, type Surroundings } from './machine.ts'
import type { IgnoredBecause, Pause, Step } from './state.ts'
import type { Activation, Carry } from './token.ts'
import type { Variables } from './variables.ts'

/** One case on its way through a process: facts in, tokens moved. */
export class CaseRun implements Surroundings {
  readonly machine: Machine
  readonly variables: Variables
  readonly trace: Step[] = []
  readonly pauses = new Map<string, Pause>()
  readonly #workers = new Map<string, string>()
  #seq = 0
  #at = ''

  constructor(model: ProcessModel, variables: Variables) {
    this.machine = new Machine(model, this)
    this.variables = variables
  }

  /** The first fact opens the case; what it tells is known before the first gateway. */
  begin(at: string, first?: Fact): void {
    this.#seq = first?.seq ?? 0
    this.#at = at
    if (first && !drives(first.type)) this.variables.set(first.type, first.data)
    this.machine.start(at, { data: first?.data ?? {} })
  }

  apply(fact: Fact): void {
    this.#seq = fact.seq
    this.#at = fact.at
    const { seq, at, type, data } = fact
    if (!drives(type)) this.variables.set(type, data)
    const reason = drives(type) ? this.#move(type, fact) : undefined
    if (reason) this.trace.push({ seq, at, step: 'ignored', node: '', reason })
  }

  /** Who may not do this task. */
  excluded(node: ProcessNode): string[] {
    const worker = node.notBy && this.#workers.get(node.notBy)
    return worker ? [worker] : []
  }

  find(id: string | undefined, kind: string): Activation | undefined {
    const activation = id === undefined ? undefined : this.machine.marking.activations.get(id)
    return activation && !activation.stuck && kindOf(activation) === kind ? activation : undefined
  }

  /** Messages go to the one that has waited longest, for one letter answers one question. */
  findWait(name: string): Activation | undefined {
    for (const activation of this.machine.marking.activations.values()) {
      if (!activation.stuck && activation.node.message === name) return activation
    }
    return undefined
  }

  complete(activation: Activation, fact: Fact, outcome: string | undefined): void {
    const { node } = activation
    if (fact.by === undefined) this.#workers.delete(node.id)
    else this.#workers.set(node.id, fact.by)
    const data = dataOf(fact)
    this.variables.set(`tasks.${node.id}`, {
      outcome: outcome ?? null,
      by: fact.by ?? null,
      at: fact.at,
      data,
    })
    this.machine.trigger(activation, fact.at, { ...activation.carry, outcome, data })
  }

  #move(type: keyof typeof moves, fact: Fact): IgnoredBecause | undefined {
    return this.machine.ended ? 'ended' : moves[type](this, fact)
  }

  choose: Surroundings['choose'] = (node, flows, carry) =>
    this.variables.choose(node, flows, { carry, at: this.#at })

  note: Surroundings['note'] = (step, node, activation) => {
    const seq = this.#seq
    this.trace.push({ seq, at: this.#at, step, node: node.id, activation: activation?.id })
    if (!activation || !node.pausesClock) return
    const { id } = activation
    if (step === 'entered') this.pauses.set(id, { node: node.id, since: this.#at })
    const pause = this.pauses.get(id)
    if (pause && (step === 'left' || step === 'cancelled')) this.pauses.set(id, { ...pause, until: this.#at })
  }
}

type Mover = (run: CaseRun, fact: Fact) => IgnoredBecause | undefined

/** The facts that move tokens; each says why it did not. */
const moves = {
  'task.completed': (run, fact) => {
    const activation = run.find(textOf(fact.data, 'task'), 'task')
    if (!activation) return fact.data.task === undefined ? 'malformed' : 'not-open'
    const { node } = activation
    const outcome = textOf(fact.data, 'outcome')?.normalize('NFC')
    if (node.outcomes.length > 0 && !node.outcomes.includes(outcome ?? '')) return 'unknown-outcome'
    if (fact.by !== undefined && run.excluded(node).includes(fact.by)) return 'same-person'
    run.complete(activation, fact, outcome)
    return undefined
  },
  'message.received': (run, fact) => {
    const name = textOf(fact.data, 'name')
    if (name === undefined) return 'malformed'
    run.variables.set(`messages.${name}`, dataOf(fact))
    const activation = run.findWait(name)
    if (!activation) return 'nobody-waits'
    return go(run, activation, fact)
  },
  'timer.fired': (run, fact) => go(run, run.find(textOf(fact.data, 'timer'), 'timer'), fact),
  'effect.done': (run, fact) => {
    const activation = run.find(textOf(fact.data, 'effect'), 'effect')
    if (activation) run.variables.set(`effects.${activation.node.id}`, dataOf(fact))
    return go(run, activation, fact)
  },
} satisfies Record<string, Mover>

function drives(type: string): type is keyof typeof moves {
  return Object.hasOwn(moves, type)
}

function go(run: CaseRun, activation: Activation | undefined, fact: Fact): IgnoredBecause | undefined {
  if (!activation) return 'not-open'
  const carry: Carry = { ...activation.carry, data: { ...activation.carry.data, ...dataOf(fact) } }
  run.machine.trigger(activation, fact.at, carry)
  return undefined
}

function kindOf({ node }: Activation): string {
  return node.kind === 'boundary' && node.timer ? 'timer' : node.kind
}

function dataOf(fact: Fact): Data {
  return isData(fact.data.data) ? fact.data.data : {}
}
