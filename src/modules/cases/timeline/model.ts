import type { Text } from '#core/i18n/languages.ts'
import type { StaffId } from '#core/ids.ts'
import type { CaseState } from '../model.ts'

/** What a history needs besides the case itself. */
export interface Told {
  readonly state: CaseState
  /** "Stadt Leuna" */
  readonly authority: string
  readonly names: ReadonlyMap<StaffId, string>
  /** Titles of the decisions that the service knows. */
  readonly outcomes: Readonly<Record<string, Text>>
}

export type Audience = 'resident' | 'staff'

export interface TimelineEntry {
  readonly at: Date
  readonly title: string
  readonly detail?: string | undefined
  readonly actor: {
    readonly kind: 'applicant' | 'staff' | 'system'
    /** Staff see names; residents see the authority. */
    readonly name?: string | undefined
  }
  /** Number of the fact it tells, for links and tests. */
  readonly seq: number
}

/** Who acts next, and until when. */
export interface NextStep {
  readonly actor: 'resident' | 'office' | 'nobody'
  readonly title: string
  readonly detail?: string | undefined
  /** Last day, YYYY-MM-DD. */
  readonly until?: string | undefined
  /** `law`: a period of law ends then; `plan`: what the office has set itself. */
  readonly untilBy?: 'law' | 'plan' | undefined
}
