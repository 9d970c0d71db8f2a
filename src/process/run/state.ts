/** Where a case stands: everything the desk, the account and the job queue need to know. */
export interface ProcessState {
  readonly tasks: readonly OpenTask[]
  readonly waits: readonly Wait[]
  readonly timers: readonly Timer[]
  readonly effects: readonly Effect[]
  /** Times in which the statutory clock stood still, oldest first; the last may be open. */
  readonly pauses: readonly Pause[]
  /** Gateways where no condition held: the process cannot go on there. */
  readonly stuck: readonly Stuck[]
  readonly ended: boolean
  readonly variables: Readonly<Record<string, unknown>>
  readonly trace: readonly Step[]
}

export interface OpenTask {
  /** Stable key of this activation, `check:2` when the task is open for the second time. */
  readonly id: string
  readonly node: string
  readonly name: string
  readonly role: string
  readonly since: string
  readonly dueAt?: string | undefined
  readonly overdue: boolean
  readonly outcomes: readonly string[]
  /** People who may not do this task because they did the one it checks. */
  readonly excluded: readonly string[]
}

export interface Wait {
  readonly id: string
  readonly node: string
  readonly message: string
  readonly since: string
  /** May come at any time while other work goes on, such as a withdrawal: nobody is held up by it. */
  readonly anytime: boolean
}

export interface Timer {
  readonly id: string
  readonly node: string
  readonly dueAt: string
  /** Its time has come: record `timer.fired`. */
  readonly due: boolean
}

export interface Effect {
  readonly id: string
  readonly node: string
  readonly name: string
  /** What the last person, message or effect on this path brought along. */
  readonly data: Readonly<Record<string, unknown>>
  readonly since: string
}

export interface Pause {
  readonly node: string
  readonly since: string
  readonly until?: string | undefined
}

export interface Stuck {
  readonly id: string
  readonly node: string
  readonly since: string
}

export interface Step {
  /** Fact that caused it; 0 for the start of a case without facts. */
  readonly seq: number
  readonly at: string
  readonly step: 'entered' | 'left' | 'cancelled' | 'stuck' | 'passed' | 'ignored'
  readonly node: string
  readonly activation?: string | undefined
  /** Why a fact moved nothing. */
  readonly reason?: IgnoredBecause | undefined
}

export type IgnoredBecause =
  | 'malformed'
  | 'not-open'
  | 'unknown-outcome'
  | 'same-person'
  | 'nobody-waits'
  | 'ended'
