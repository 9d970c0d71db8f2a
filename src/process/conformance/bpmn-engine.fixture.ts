import { Engine } from 'bpmn-engine'

interface Waiting {
  readonly id: string
  readonly type: string
  getPostponed(): Waiting[]
}

/** The other engine, asked for what we compare: which tasks are open. */
export class OtherEngine {
  readonly #execution: Awaited<ReturnType<Engine['execute']>>

  private constructor(execution: Awaited<ReturnType<Engine['execute']>>) {
    this.#execution = execution
  }

  static async start(source: string, answers: Record<string, boolean>): Promise<OtherEngine> {
    const engine = new Engine({ source, variables: { choice: { ...answers } } })
    return new OtherEngine(await engine.execute())
  }

  get open(): string[] {
    return tasksIn(this.#execution.getPostponed() as unknown as Waiting[]).sort()
  }

  get ended(): boolean {
    return this.#execution.state === 'idle'
  }

  complete(task: string, answers: Record<string, boolean>): void {
    for (const { environment } of this.#execution.definitions) {
      Object.assign(environment.variables.choice as Record<string, boolean>, answers)
    }
    this.#execution.signal({ id: task })
  }

  receive(message: string): void {
    this.#execution.signal({ id: message })
  }
}

function tasksIn(waiting: readonly Waiting[]): string[] {
  return waiting.flatMap(each => {
    if (each.type === 'bpmn:SubProcess')
      return tasksIn(each.getPostponed().filter(inner => inner.id !== each.id))
    return each.type === 'bpmn:UserTask' || each.type === 'bpmn:ManualTask' ? [each.id] : []
  })
}
