import { addDays, asDay, type Day, yearOf } from './days.ts'

/** Month and day, as `03-01`. */
export type MonthDay = `${number}-${number}`

export interface ProtectedPeriod {
  /** The day, or some day of the span, lies in the period. */
  isProtected: boolean
  /** The first day from the given one on that lies outside. */
  firstFreeDay: Day
  /** When the period next begins, seen from `firstFreeDay`. */
  nextStart: Day
}

/**
 * § 39 (5) s. 1 no. 2 BNatSchG: from 1 March to 30 September trees outside woods and gardened land, hedges
 * and bushes must not be cut off or removed; gentle care cuts stay allowed, and sentence 2 has exceptions
 * that only a person can weigh. A Land may extend or shift the time (sentence 3), so it is a parameter.
 *
 * @param when a day, or the span in which someone wants to work
 * @example protectedPeriod('2027-02-28').isProtected // false
 * @example protectedPeriod({ from: '2027-02-20', to: '2027-03-05' })
 * // { isProtected: true, firstFreeDay: '2027-02-20', nextStart: '2027-03-01' }
 */
export function protectedPeriod(
  when: Day | { from: Day; to: Day },
  from: MonthDay = '03-01',
  to: MonthDay = '09-30',
): ProtectedPeriod {
  const span = typeof when === 'string' ? { from: when, to: when } : when
  if (span.to < span.from)
    throw new RangeError(`a span cannot end before it begins: ${span.from}, ${span.to}`)
  if (to < from) throw new RangeError(`a protected period lies within one year: ${from}, ${to}`)
  const firstFreeDay = freeFrom(span.from, from, to)
  const nextStart = startAfter(firstFreeDay, from)
  return { isProtected: firstFreeDay > span.from || nextStart <= span.to, firstFreeDay, nextStart }
}

function freeFrom(day: Day, from: MonthDay, to: MonthDay): Day {
  const year = yearOf(day)
  const end = asDay(`${year}-${to}`)
  return day >= asDay(`${year}-${from}`) && day <= end ? addDays(end, 1) : day
}

function startAfter(day: Day, from: MonthDay): Day {
  const thisYear = asDay(`${yearOf(day)}-${from}`)
  return thisYear > day ? thisYear : asDay(`${yearOf(day) + 1}-${from}`)
}
