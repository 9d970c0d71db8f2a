import type { Day, Instant } from './days.ts'
import type { Place } from './holidays.ts'

/**
 * Which procedural law the decision follows; a field of the service:
 * `vwvfg` (administrative procedure act of the Land), `ao` (fiscal code, for local taxes and levies through
 * the Land's act on municipal levies), `sgbx` (social code book X).
 */
export type ProceduralLaw = 'vwvfg' | 'ao' | 'sgbx'

interface Frame {
  law: ProceduralLaw
  /** Place of the authority, for holidays and for the Land's own text of the law. */
  place: Place
  /** The moment for which the answer is asked. */
  now: Instant
}

/** A letter or an e-mail. */
export interface Sending extends Frame {
  channel: 'post' | 'email'
  /** Handed to the post, or sent. */
  sent: Instant
  abroad?: boolean | undefined
  /** When it truly arrived, if that is known; `never` if arrival is disputed and cannot be proved. */
  arrived?: Instant | 'never' | undefined
}

/** A document that lies ready to be fetched. */
export interface Provision extends Frame {
  /**
   * `portal`: this portal's own mailbox. `account-mailbox`: the mailbox of a user account in the sense of
   * § 2 (5), (7) OZG (BundID, organisation account, in transition an account of the Land, § 12 (1) OZG).
   */
  channel: 'portal' | 'account-mailbox'
  /**
   * VwVfG and SGB X on the portal: consent was given. User account: not excluded (§ 9 (1) s. 2 OZG).
   * AO: no postal delivery was asked for (§ 122a (2) AO).
   */
  consent: boolean
  provided: Instant
  /** When the message "something lies ready" was sent. */
  noticeSent?: Instant | undefined
  /** SGB X only: arrival of that message is disputed and cannot be proved (§ 37 (2a) s. 6, 7 SGB X). */
  noticeDisputed?: boolean | undefined
  /** First retrieval by the authenticated person. */
  retrieved?: Instant | undefined
  /** SGB X only: a matter of Elterngeld, to which § 9 OZG applies (§ 37 (2b) SGB X). */
  parentalAllowance?: boolean | undefined
}

export type Delivery = Sending | Provision

/** One way to read the law, with what it rests on. Keys are for message files, sources are shown as they are. */
export interface Reading {
  key: 'as-written' | 'next-working-day' | 'third-day' | 'other-law' | 'from-notice' | 'arrival' | 'retrieval'
  date: Day
  standing: 'prevailing' | 'arguable'
  source: string
}

/** Why nothing is notified, or why no date can be named yet. */
export type Reason =
  | 'no-consent'
  | 'not-retrieved'
  | 'not-arrived'
  | 'arrival-unknown'
  | 'notice-missing'
  | 'awaiting-retrieval'

export interface Notification {
  /**
   * `notified` from the earliest arguable date on; `pending` before; `lapsed` when this delivery will not
   * notify any more and another one is needed (new provision, or paper).
   */
  status: 'pending' | 'notified' | 'lapsed'
  reason?: Reason
  /** By the prevailing reading: what the authority itself states. */
  date?: Day
  /** What residents are shown: no reading is earlier. */
  earliest?: Day
  /** The authority may treat a remedy as late only from here; missing if that cannot be said. */
  latest?: Day
  /** § 41 (2a) VwVfG: the tenth day, shown to the resident. */
  deadlineForRetrieval?: Day
  /** § 41 (2a) VwVfG: last day on which the document stays ready (§ 31 (3) VwVfG applied). */
  provisionEnds?: Day
  /** The rule that was applied. */
  cite: string
  readings: readonly Reading[]
}
