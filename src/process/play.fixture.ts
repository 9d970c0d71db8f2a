import type { Fact } from './fact.ts'
import type { ProcessModel } from './model.ts'
import { type ProcessContext, runProcess } from './run/run-process.ts'
import type { ProcessState } from './run/state.ts'

type Told = Omit<Fact, 'seq' | 'at'> & { at?: string }

/** A case for tests, told step by step; every look replays it from its first fact. */
export class Play {
  readonly facts: Fact[] = []
  readonly #model: ProcessModel
  readonly #context: ProcessContext
  #clock = Date.parse('2026-11-03T09:00:00Z')

  constructor(model: ProcessModel, context: ProcessContext = {}) {
    this.#model = model
    this.#context = context
    this.tell({ type: 'submitted', data: {} })
  }

  /** Each fact comes a minute after the one before, or when it says. */
  tell({ at, ...fact }: Told): this {
    this.#clock = at ? Date.parse(at) : this.#clock + 60_000
    this.facts.push({ ...fact, seq: this.facts.length + 1, at: new Date(this.#clock).toISOString() })
    return this
  }

  /** Completes the open task of a node. */
  done(node: string, outcome?: string, more: { by?: string; data?: Record<string, unknown> } = {}): this {
    const task = this.state.tasks.find(open => open.node === node)?.id ?? `${node}:none`
    return this.tell({ type: 'task.completed', by: more.by, data: { task, outcome, data: more.data ?? {} } })
  }

  message(name: string, data: Record<string, unknown> = {}): this {
    return this.tell({ type: 'message.received', data: { name, data } })
  }

  fire(node: string): this {
    const timer = this.state.timers.find(open => open.node === node)?.id ?? `${node}:none`
    return this.tell({ type: 'timer.fired', data: { timer } })
  }

  confirm(node: string, data: Record<string, unknown> = {}): this {
    const effect = this.state.effects.find(open => open.node === node)?.id ?? `${node}:none`
    return this.tell({ type: 'effect.done', data: { effect, data } })
  }

  get state(): ProcessState {
    return runProcess(this.#model, this.facts, new Date(this.#clock), this.#context)
  }

  /** Nodes at which the case rests, in the order of their names. */
  get open(): string[] {
    const { tasks, waits, timers, effects, stuck } = this.state
    return [...tasks, ...waits, ...timers, ...effects, ...stuck].map(each => each.node).sort()
  }

  get ignored(): (string | undefined)[] {
    return this.state.trace.filter(step => step.step === 'ignored').map(step => step.reason)
  }
}
