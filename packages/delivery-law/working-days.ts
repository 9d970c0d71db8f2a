import { addDays, type Day, weekday } from './days.ts'
import { isHoliday, type Place } from './holidays.ts'

/**
 * Whether a period may end on this day: not on a Sunday, a statutory holiday or a Saturday
 * (§ 193 BGB, § 31 (3) VwVfG, § 108 (3) AO, § 26 (3) SGB X, § 222 (2) ZPO). 24 and 31 December are
 * working days in all of these.
 *
 * @example isWorkingDay('2026-10-31', 'ST') // false: Reformation Day, and a Saturday
 */
export function isWorkingDay(day: Day, place: Place): boolean {
  const which = weekday(day)
  return which !== 0 && which !== 6 && !isHoliday(day, place)
}

/** The day itself if it is a working day, else the next one (§ 31 (3) sentence 1 VwVfG). */
export function workingDayFrom(day: Day, place: Place): Day {
  let candidate = day
  while (!isWorkingDay(candidate, place)) candidate = addDays(candidate, 1)
  return candidate
}

/**
 * The day that is `days` working days after `day`; the day itself does not count (§ 187 (1) BGB).
 *
 * @throws RangeError for a negative or broken number
 * @example addWorkingDays('2026-04-02', 1, 'ST') // '2026-04-07': Good Friday to Easter Monday lie between
 */
export function addWorkingDays(day: Day, days: number, place: Place): Day {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`)
  let result = day
  for (let left = days; left > 0; left -= 1) result = workingDayFrom(addDays(result, 1), place)
  return result
}
