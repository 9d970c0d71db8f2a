import type { Delivery, Notification } from './model.ts'
import { notifyByRetrieval } from './portal-retrieval.ts'
import { notifyByProvision } from './provision-fiction.ts'
import { notifyBySending } from './sending.ts'
import { notifySocial } from './social-provision.ts'

/**
 * Whether and when a decision counts as notified. Which clock applies follows from the procedural law of
 * the service and from the channel:
 *
 * | | portal | account mailbox | post | e-mail |
 * |---|---|---|---|---|
 * | VwVfG | § 41 (2a) | § 9 (1) OZG | § 41 (2) s. 1 | § 41 (2) s. 2 |
 * | AO | § 122a (4) | § 122a (4), (5) | § 122 (2) | § 122 (2a) |
 * | SGB X | § 37 (2a) | § 37 (2a), (2b) | § 37 (2) s. 1 | § 37 (2) s. 2 |
 *
 * Where the law is unsettled, every arguable reading is named with its source; show residents `earliest`,
 * treat nothing as late before `latest`. Service by formal Zustellung is another matter (§ 41 (5) VwVfG).
 *
 * @throws RangeError for letters sent before 2025 and for instants without a zone
 * @example
 * notification({ law: 'vwvfg', channel: 'portal', place: 'ST', consent: true, now: new Date(),
 *   provided: '2026-11-02T09:00:00Z', noticeSent: '2026-11-02T09:00:05Z', retrieved: '2026-11-03T18:20:00Z' })
 * // { status: 'notified', date: '2026-11-04', earliest: '2026-11-04', latest: '2026-11-04',
 * //   deadlineForRetrieval: '2026-11-12', provisionEnds: '2026-11-12', cite: '§ 41 Abs. 2a VwVfG', … }
 */
export function notification(delivery: Delivery): Notification {
  if ('sent' in delivery) return notifyBySending(delivery)
  if (delivery.law === 'sgbx') return notifySocial(delivery)
  if (delivery.law === 'ao') return notifyByProvision(delivery, 'ao')
  return delivery.channel === 'portal' ? notifyByRetrieval(delivery) : notifyByProvision(delivery, 'ozg')
}
