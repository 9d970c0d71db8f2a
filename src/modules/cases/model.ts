import type { AccountId, ApplicationId, CaseId, StaffId, TenantId } from '#core/ids.ts'
import type { Clock } from '#packages/delivery-law/index.ts'
import type { ProcessState } from '#process/index.ts'
import type { CaseFact } from './record/fact.ts'

/** Where a case stands, in one word; computed from its facts, never stored as truth. */
export const phases = ['checking', 'waiting', 'deciding', 'cosigning', 'delivering', 'closed'] as const
export type Phase = (typeof phases)[number]

/** What lists show of a case. Names are opened, nothing here is secret to whoever may see the case. */
export interface CaseHead {
  readonly tenant: TenantId
  readonly id: CaseId
  readonly application: ApplicationId
  readonly fileNumber: string
  readonly service: string
  readonly office: string
  readonly applicant: string
  readonly subject: string
  readonly account?: AccountId | undefined
  readonly receivedAt: Date
  readonly phase: Phase
  readonly assignee?: StaffId | undefined
  /** Last day (YYYY-MM-DD) of what is due next: the clock of law or the open task. */
  readonly dueOn?: string | undefined
  /** Rises with each fact; an action names the version its page showed. */
  readonly version: number
}

/** The clock that a law sets for the decision. */
export interface StatutoryClock extends Clock {
  readonly cite: string
  readonly onExpiry: 'none' | 'deemed_granted'
}

/** A case with its record and what follows from it. */
export interface CaseState extends CaseHead {
  readonly facts: readonly CaseFact[]
  /** Open tasks, waits, timers and effects (src/process). */
  readonly process: ProcessState
  readonly clock?: StatutoryClock | undefined
  /** When the timers of the process end, as the law counts them. */
  readonly timers: readonly CaseTimer[]
  /** How the town calls the steps of its process, by node. */
  readonly nodeNames: ReadonlyMap<string, string>
}

export interface CaseTimer {
  readonly id: string
  readonly node: string
  readonly dueAt: string
  /** The message that is waited for meanwhile, `notice.retrieved`. */
  readonly awaited?: string | undefined
}
