import {
  type Notification,
  notification,
  type RemedyWindow,
  remedyWindow,
} from '#packages/delivery-law/index.ts'
import type { Channel, Notice } from './model.ts'

/**
 * Where a delivery stands.
 *
 * - `unannounced`: it lies ready, the message about it has not gone out yet
 * - `ready`: it lies ready and was not opened yet
 * - `opened`: it was opened; it counts as notified from a day that is named
 * - `lapsed`: ten days without retrieval; nothing is notified, it has to go by post
 * - `to_post`: it goes by post and has not been posted yet
 * - `posted`: it is in the post; it counts as notified from a day that is named
 * - `notified`: it counts as notified
 */
export type DeliveryStatus = 'unannounced' | 'ready' | 'opened' | 'lapsed' | 'to_post' | 'posted' | 'notified'

export interface Delivery {
  readonly status: DeliveryStatus
  /** The way that counts. */
  readonly way: Channel
  /** Absent while it has not been posted. */
  readonly law?: Notification | undefined
  /** Until when which remedy can be lodged; absent while no day can be named. */
  readonly remedy?: (RemedyWindow & { readonly kind: 'objection' | 'action' }) | undefined
}

type Evidence = Pick<
  Notice,
  | 'channel'
  | 'law'
  | 'state'
  | 'consent'
  | 'remedy'
  | 'providedAt'
  | 'notifiedAt'
  | 'firstRetrievedAt'
  | 'postedAt'
>

/**
 * What the law makes of the delivery of a notice (§ 41 Abs. 2, 2a VwVfG and its like), computed anew at each look:
 * the day of notification and the last day for a remedy, with the source of each reading.
 *
 * @example deliveryOf(notice, clock.now()).remedy?.shown.lastDay // '2026-12-24'
 */
export function deliveryOf(notice: Evidence, now: Date): Delivery {
  const { law, state: place, postedAt } = notice
  // What was opened in time is notified; a letter that follows changes nothing.
  const isByPost = notice.channel === 'post' || (postedAt !== undefined && !notice.firstRetrievedAt)
  if (!isByPost) return portalDelivery(notice, now)
  if (!postedAt) return { status: 'to_post', way: 'post' }
  const found = notification({ law, place, now, channel: 'post', sent: postedAt })
  const status = found.status === 'notified' ? 'notified' : 'posted'
  return { status, way: 'post', law: found, remedy: remedyIn(notice, found) }
}

function portalDelivery(notice: Evidence, now: Date): Delivery {
  const { firstRetrievedAt: retrieved, notifiedAt: noticeSent } = notice
  const found = notification({
    law: notice.law,
    place: notice.state,
    now,
    channel: 'portal',
    consent: notice.consent,
    provided: notice.providedAt,
    noticeSent,
    retrieved,
  })
  return { status: statusOf(found, notice), way: 'portal', law: found, remedy: remedyIn(notice, found) }
}

function statusOf({ status }: Notification, { firstRetrievedAt, notifiedAt }: Evidence): DeliveryStatus {
  if (status !== 'pending') return status
  if (firstRetrievedAt) return 'opened'
  return notifiedAt ? 'ready' : 'unannounced'
}

function remedyIn({ remedy, state, law }: Evidence, found: Notification): Delivery['remedy'] {
  const window = remedy && remedyWindow(found, { months: remedy.months, place: state, law })
  return window && { ...window, kind: remedy.kind }
}
