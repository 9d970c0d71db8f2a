import { dayInGermany } from '#core/clock.ts'
import { asDay, daysBetween } from '#packages/delivery-law/index.ts'
import type { Say } from './messages.ts'

export interface Deadline {
  /** YYYY-MM-DD */
  readonly day: string
  /** "in 7 Tagen", "heute", "seit 3 Tagen überfällig" */
  readonly distance: string
  readonly isLate: boolean
}

/** A last day with its distance from today, in words. */
export function deadlineOf(day: string, now: Date, t: Say): Deadline {
  const n = daysBetween(asDay(dayInGermany(now)), asDay(day))
  if (n < 0) return { day, distance: t('due.late', { n: -n }), isLate: true }
  return { day, distance: n === 0 ? t('due.today') : t('due.in', { n }), isLate: false }
}
