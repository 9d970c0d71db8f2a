import { berlinDay, holidays, type State } from '#packages/delivery-law/index.ts'
import type { TownCalendar } from '#process/index.ts'

const timeZone = 'Europe/Berlin'
/** delivery-law knows holidays from this year on. */
const firstYear = 2024
/** A step may be due in the year after the fact that opens it, over New Year two at most. */
const yearsAhead = 2

const kept = new Map<string, readonly string[]>()

/** Days off in a Land from the year of one moment to shortly after another. */
export function daysOff(state: State, from: Date, to: Date): readonly string[] {
  const first = Math.max(firstYear, Number(berlinDay(from).slice(0, 4)))
  const last = Math.max(first, Number(berlinDay(to).slice(0, 4))) + yearsAhead
  const key = `${state} ${first} ${last}`
  const known = kept.get(key)
  if (known) return known
  const days: string[] = []
  for (let year = first; year <= last; year += 1) days.push(...holidays(state, year).map(({ day }) => day))
  kept.set(key, days)
  return days
}

export function townCalendar(days: readonly string[]): TownCalendar {
  return { holidays: new Set(days), timeZone }
}

/** The last day before an instant at which time has run out: midnight of the 11th means "until the 10th". */
export function lastDayBefore(instant: string): string {
  return berlinDay(new Date(Date.parse(instant) - 1))
}
