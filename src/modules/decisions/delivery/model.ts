import type { Text } from '#core/i18n/languages.ts'
import type { AccountId, CaseId, DecisionId, NoticeId, TenantId } from '#core/ids.ts'
import type { NoticeLetter } from '#core/letters/index.ts'
import type { ProceduralLaw, State } from '#packages/delivery-law/index.ts'

export type Channel = 'portal' | 'post'

/** The words of a letter, for a page: the same as in the PDF. */
export type NoticeWords = Omit<NoticeLetter, 'created' | 'draft' | 'language'>

/** The sealed part of a notice: its words, and what its delivery is judged by, as it was on that day. */
export interface NoticeContent {
  readonly outcome: string
  readonly words: NoticeWords
  /** "What this means for you". */
  readonly summary: Text
  readonly law: ProceduralLaw
  /** Land of the authority, for its holidays and its own text of the law. */
  readonly state: State
  /** Consent to retrieval from the portal, as it was given in the application. */
  readonly consent: boolean
  readonly remedy?: { readonly kind: 'objection' | 'action'; readonly months: number } | undefined
}

/** A notice with the evidence of its delivery. */
export interface Notice extends NoticeContent {
  readonly tenant: TenantId
  readonly id: NoticeId
  readonly case: CaseId
  readonly decision: DecisionId
  readonly account?: AccountId | undefined
  readonly channel: Channel
  readonly providedAt: Date
  /** The mail server took the message that it lies ready. */
  readonly notifiedAt?: Date | undefined
  readonly firstRetrievedAt?: Date | undefined
  readonly postedAt?: Date | undefined
}
