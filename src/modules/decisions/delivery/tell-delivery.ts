import { formatDate } from '#core/i18n/format.ts'
import type { Language } from '#core/i18n/languages.ts'
import { messages } from '../messages.ts'
import type { Delivery, DeliveryStatus } from './delivery-of.ts'
import type { NoticeView } from './open-notice.ts'

export interface ToldDelivery {
  /** One or two sentences each. */
  readonly lines: readonly string[]
  /** Rules that were applied, as German law is cited. */
  readonly cites: readonly string[]
}

/**
 * Where a delivery stands, in words. Residents are shown the earliest arguable day; the office is told the
 * prevailing one, and that nothing is late before the latest.
 *
 * @example tellDelivery(view, { language: 'de', audience: 'resident' }).lines
 */
export function tellDelivery(
  view: NoticeView,
  { language, audience }: { language: Language; audience: 'resident' | 'staff' },
): ToldDelivery {
  const { delivery } = view
  const t = messages.in(language)
  const values = valuesOf(view, { language, audience })
  const lines = [t(`delivery.${audience}.${stemOf(delivery)}`, values)]
  const isClosed = delivery.status === 'ready' || delivery.status === 'unannounced'
  if (isClosed && audience === 'resident') lines.push(t('delivery.resident.opening'))
  const { remedy, law } = delivery
  if (audience === 'staff' && law?.latest && law.earliest !== law.latest)
    lines.push(t('delivery.staff.readings', values))
  if (remedy) lines.push(t(`delivery.${audience}.${remedy.kind}`, values))
  const cites = [law?.cite, remedy?.shown.cite].filter(cite => cite !== undefined)
  return { lines, cites }
}

type Stem = Exclude<DeliveryStatus, 'notified'>

function stemOf({ status, way }: Delivery): Stem {
  if (status === 'notified') return way === 'post' ? 'posted' : 'opened'
  return status
}

function valuesOf(
  { notice, delivery }: NoticeView,
  { language, audience }: { language: Language; audience: 'resident' | 'staff' },
): Record<string, string> {
  const { law, remedy, way } = delivery
  const sent = way === 'post' ? notice.postedAt : notice.firstRetrievedAt
  const days = {
    day: sent ?? notice.providedAt,
    date: audience === 'resident' ? law?.earliest : law?.date,
    earliest: law?.earliest,
    latest: law?.latest,
    deadline: law?.deadlineForRetrieval,
    end: law?.provisionEnds,
    last: remedy?.shown.lastDay,
    late: (remedy?.lateAfter ?? remedy?.shown)?.lastDay,
  }
  return Object.fromEntries(
    Object.entries(days).flatMap(([name, day]) => (day ? [[name, formatDate(day, language)]] : [])),
  )
}
