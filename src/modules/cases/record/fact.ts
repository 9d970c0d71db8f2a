import type { Text } from '#core/i18n/languages.ts'
import type { AccountId, DecisionId, DocumentId, NoticeId, StaffId } from '#core/ids.ts'
import type { ProceduralLaw } from '#packages/delivery-law/index.ts'

/** The clock that a law sets for the decision, as it stood when the application came. */
export interface ClockRule {
  readonly days: number
  /** What holds when it runs out without a decision. */
  readonly onExpiry: 'none' | 'deemed_granted'
  /** Whether it stands still while the applicant is asked. */
  readonly pauses: boolean
  readonly cite: string
}

export interface PostalAddress {
  readonly street?: string | undefined
  readonly house_number?: string | undefined
  readonly postcode?: string | undefined
  readonly town?: string | undefined
}

/** Everything a replay needs to know from outside, written down once: the case can be recomputed from its facts alone. */
export interface Submitted {
  readonly service: string
  readonly serviceVersion: string
  readonly serviceTitle: Text
  /** Land of the authority, for its holidays: "ST". */
  readonly state: string
  readonly law: ProceduralLaw
  readonly portal: string
  readonly language: 'de' | 'de-leicht' | 'en'
  /** Where notifications go; someone without an account may have none. */
  readonly email: string | null
  readonly address: PostalAddress | null
  /** Consent to retrieval from the portal (§ 41 Abs. 2a VwVfG). */
  readonly electronicDelivery: boolean
  readonly clock: ClockRule | null
}

export type CheckAnswer = 'yes' | 'no' | 'not_applicable'

/** What each kind of fact tells. `task.completed` to `effect.done` move the process (src/process); the others inform it. */
export interface FactData {
  submitted: Submitted
  /** `to: null` puts the case back among the unassigned ones. */
  assigned: { readonly to: StaffId | null }
  claimed: Readonly<Record<never, never>>
  'note.added': { readonly text: string }
  'information.requested': {
    readonly request: string
    readonly text: string
    readonly asksForFiles: boolean
  }
  'information.answered': {
    readonly request: string
    readonly text: string
    readonly documents: readonly DocumentId[]
  }
  'task.completed': {
    readonly task: string
    readonly outcome?: string | undefined
    readonly data?: Readonly<Record<string, unknown>> | undefined
  }
  'message.received': { readonly name: string; readonly data?: Readonly<Record<string, unknown>> | undefined }
  /** `awaited`: the message that did not come in time. */
  'timer.fired': { readonly timer: string; readonly awaited?: string | undefined }
  'effect.done': {
    readonly effect: string
    readonly name: string
    readonly data?: Readonly<Record<string, unknown>> | undefined
  }
  'check.recorded': {
    /** Id of the check; with `each` followed by "." and the id of the item. */
    readonly check: string
    readonly result: CheckAnswer
    readonly note?: string | undefined
  }
  /** `cosign` decides at the process's gateway whether a second person signs. */
  'decision.drafted': { readonly decision: DecisionId; readonly outcome: string; readonly cosign: boolean }
  'decision.returned': { readonly decision: DecisionId; readonly reason: string }
  'decision.cosigned': { readonly decision: DecisionId }
  /** `channel` decides at the process's gateway whether paper is needed. */
  'notice.provided': {
    readonly notice: NoticeId
    readonly decision: DecisionId
    readonly channel: 'portal' | 'post'
  }
  /** The mail "something lies ready" was accepted: from here the ten days of § 41 Abs. 2a VwVfG run. */
  'notice.notified': { readonly notice: NoticeId }
  'notice.retrieved': { readonly notice: NoticeId }
  'notice.posted': { readonly notice?: NoticeId | undefined }
  withdrawn: { readonly reason?: string | undefined }
  closed: { readonly because: 'decided' | 'withdrawn' }
}

export type FactType = keyof FactData

export type Actor =
  | { readonly kind: 'applicant'; readonly id?: AccountId | undefined }
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'system' }

/** One line of a case's record, opened. Never changed, never taken back. */
export type CaseFact<T extends FactType = FactType> = {
  [Type in T]: {
    readonly seq: number
    readonly at: Date
    readonly type: Type
    readonly actor: Actor
    readonly data: FactData[Type]
  }
}[T]

/** A fact to be appended; who and when come from the scope. */
export type NewFact = { [Type in FactType]: { readonly type: Type; readonly data: FactData[Type] } }[FactType]

/** The newest fact of a type. */
export function lastFact<T extends FactType>(facts: readonly CaseFact[], type: T): CaseFact<T> | undefined {
  return facts.findLast(fact => fact.type === type) as CaseFact<T> | undefined
}

/** The first fact of every case. @throws when the record is not one of a case */
export function submission(facts: readonly CaseFact[]): CaseFact<'submitted'> {
  const [first] = facts
  if (first?.type !== 'submitted') throw new Error('a case begins with its submission')
  return first
}
