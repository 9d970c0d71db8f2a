import { addDays, addMonths, isWorkingDay, localDay, startOfDay } from './calendar.ts'
import type { Due } from './due.ts'

/** What the town adds to the calendar: its days off and its place. */
export interface TownCalendar {
  /** Public holidays as `YYYY-MM-DD`; Saturdays and Sundays are never working days. */
  readonly holidays: ReadonlySet<string>
  /** IANA name, `Europe/Berlin`. */
  readonly timeZone: string
}

/**
 * The instant at which time has run out.
 *
 * Periods of days, weeks, months and years do not count the day on which they begin and end with
 * their last day (§ 31 (1) VwVfG with §§ 187 (1), 188 BGB): the instant is the midnight after it.
 * Where the process says so, a last day without work moves to the next working day (§ 31 (3) VwVfG).
 * Periods of hours run exactly.
 *
 * ```ts
 * dueAt({ kind: 'working-days', days: 5 }, '2026-11-03T09:00:00Z', calendar) // '2026-11-10T23:00:00.000Z'
 * ```
 */
export function dueAt(due: Due, since: string, calendar: TownCalendar): string {
  if (due.kind === 'date') return due.at
  const first = localDay(new Date(since), calendar.timeZone)
  if (due.kind === 'working-days') return endOf(addWorkingDays(first, due.days, calendar), calendar)
  if (!due.days && !due.months) return new Date(Date.parse(since) + due.ms).toISOString()
  const last = addDays(addMonths(first, due.months), due.days)
  const end = endOf(due.endsOnWorkingDay ? workingDayFrom(last, calendar) : last, calendar)
  return new Date(Date.parse(end) + due.ms).toISOString()
}

function endOf(day: string, calendar: TownCalendar): string {
  return startOfDay(addDays(day, 1), calendar.timeZone).toISOString()
}

function addWorkingDays(day: string, days: number, calendar: TownCalendar): string {
  let last = day
  for (let left = days; left > 0; left -= 1) last = workingDayFrom(addDays(last, 1), calendar)
  return last
}

function workingDayFrom(day: string, calendar: TownCalendar): string {
  let next = day
  while (!isWorkingDay(next, calendar.holidays)) next = addDays(next, 1)
  return next
}
