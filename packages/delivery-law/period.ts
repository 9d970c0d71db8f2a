import { addDays, addMonths, type Day } from './days.ts'
import type { Place } from './holidays.ts'
import { workingDayFrom } from './working-days.ts'

/** A period as laws name it. `{ years: 1 }` is twelve months (§ 188 (2) BGB). */
export type Length = { days: number } | { weeks: number } | { months: number } | { years: number }

export interface PeriodEnd {
  /** The first day that counts: the day after the event (§ 187 (1) BGB). */
  firstDay: Day
  /** Where §§ 188 and 189 BGB alone would let it end. */
  nominal: Day
  /** Where it ends: moved to the next working day if need be (§ 193 BGB and its like). Ends at midnight. */
  lastDay: Day
}

/**
 * End of a period that an event sets going (§§ 187 (1), 188, 193 BGB). The day of the event does not
 * count; a period of weeks ends on the weekday, one of months on the number of the day of the event, in
 * a month without that number on its last day.
 *
 * @example periodEnd('2026-01-31', { months: 1 }, 'ST')
 * // { firstDay: '2026-02-01', nominal: '2026-02-28', lastDay: '2026-03-02' } as 28 February is a Saturday
 */
export function periodEnd(event: Day, length: Length, place: Place): PeriodEnd {
  const nominal = nominalEnd(event, length)
  return { firstDay: addDays(event, 1), nominal, lastDay: workingDayFrom(nominal, place) }
}

export function nominalEnd(event: Day, length: Length): Day {
  const amount = Object.values(length)[0] as number
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`not the length of a period: ${amount}`)
  if ('days' in length) return addDays(event, amount)
  if ('weeks' in length) return addDays(event, 7 * amount)
  return addMonths(event, 'years' in length ? 12 * amount : amount)
}
