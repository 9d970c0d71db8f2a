import { addDays, asDay, type Day, weekday, yearOf } from './days.ts'
import { type HolidayRule, holidayTable, type LocalHoliday, type State } from './holiday-table.ts'

export interface Holiday {
  day: Day
  key: string
  name: string
}

/**
 * Where the declaration is to be made (§ 193 BGB looks at that place): a Land, or a Land with the local
 * holidays of the place. For a remedy it is the seat of the authority that takes it.
 */
export type Place = State | { state: State; local: readonly LocalHoliday[] }

/** The table holds the law since this year; asking for an earlier one is a mistake. */
const firstYear = 2024

const cache = new Map<string, readonly Holiday[]>()

/**
 * The statutory holidays of a place in a year, in order of date.
 *
 * @throws RangeError for years before 2024 (other acts held then)
 * @example holidays('ST', 2026).map(h => h.day) // ['2026-01-01', '2026-01-06', '2026-04-03', …]
 */
export function holidays(place: Place, year: number): readonly Holiday[] {
  if (!Number.isInteger(year) || year < firstYear || year > 2199) {
    throw new RangeError(`holidays are known from ${firstYear} on, not for ${year}`)
  }
  const key = `${typeof place === 'string' ? place : `${place.state}+${place.local.join('+')}`}/${year}`
  const known = cache.get(key)
  if (known) return known
  const found = holidayTable
    .filter(rule => holds(rule, place, year))
    .map(rule => ({ day: dayOf(rule, year), key: rule.key, name: rule.name }))
    .sort((a, b) => a.day.localeCompare(b.day))
  cache.set(key, found)
  return found
}

export function isHoliday(day: Day, place: Place): boolean {
  return holidays(place, yearOf(day)).some(holiday => holiday.day === day)
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const b = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(b / 4) - moon - (b % 4)) % 7
  const late = Math.floor((a + 11 * moon + 22 * sunday) / 451)
  const days = moon + sunday - 7 * late + 114
  const month = Math.floor(days / 31)
  return asDay(`${year}-0${month}-${String((days % 31) + 1).padStart(2, '0')}`)
}

function holds(rule: HolidayRule, place: Place, year: number): boolean {
  if (rule.years && !rule.years.includes(year)) return false
  const state = typeof place === 'string' ? place : place.state
  if (rule.states === 'all' || rule.states.includes(state)) return true
  if (typeof place === 'string' || !rule.local) return false
  return rule.local.states.includes(state) && place.local.includes(rule.local.kind)
}

function dayOf({ rule }: HolidayRule, year: number): Day {
  if ('fixed' in rule) return asDay(`${year}-${rule.fixed}`)
  if ('easter' in rule) return addDays(easterSunday(year), rule.easter)
  // The Wednesday before 23 November is always one of 16 to 22 November.
  const last = asDay(`${year}-11-22`)
  return addDays(last, -((weekday(last) + 4) % 7))
}
