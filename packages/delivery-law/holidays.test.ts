import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { states } from './holiday-table.ts'
import { easterSunday, holidays, isHoliday } from './holidays.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts'

const years = Array.from({ length: 12 }, (_, i) => 2024 + i)

/** `date-holidays` names the Länder like ISO 3166-2 and marks statutory holidays as public. */
function theirs(state: string, year: number): string[] {
  const days = new Holidays('DE', state, { types: ['public'] })
    .getHolidays(year)
    .filter(holiday => !holiday.substitute)
    .map(holiday => holiday.date.slice(0, 10))
  return [...new Set(days)].sort()
}

describe('holidays', () => {
  it.each(states)('agree with date-holidays in %s from 2024 to 2035', state => {
    for (const year of years) {
      const ours = holidays(state, year).map(holiday => holiday.day)
      // Both sides leave no doubt about working days; Sundays end no period in any Land.
      const notSunday = (day: string) => new Date(day).getUTCDay() !== 0
      expect(ours.filter(notSunday), `${state} ${year}`).toEqual(theirs(state, year).filter(notSunday))
    }
  })

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
  ])('finds Easter %i on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it('keeps 31 October in Sachsen-Anhalt, not in Nordrhein-Westfalen', () => {
    expect(isHoliday('2025-10-31', 'ST')).toBe(true)
    expect(isHoliday('2025-10-31', 'NW')).toBe(false)
    expect(isHoliday('2025-11-01', 'ST')).toBe(false)
  })

  it('keeps Corpus Christi in Sachsen only where told', () => {
    expect(isHoliday('2026-06-04', 'SN')).toBe(false)
    expect(isHoliday('2026-06-04', { state: 'SN', local: ['corpus-christi'] })).toBe(true)
    expect(isHoliday('2026-06-04', { state: 'ST', local: ['corpus-christi'] })).toBe(false)
  })

  it('keeps a holiday that was ordered once only in its year', () => {
    expect(isHoliday('2025-05-08', 'BE')).toBe(true)
    expect(isHoliday('2026-05-08', 'BE')).toBe(false)
  })

  it('refuses years whose law it does not hold', () => {
    expect(() => holidays('ST', 2023)).toThrow(RangeError)
  })
})

describe('working days', () => {
  it.each([
    ['2026-10-30', true],
    ['2026-10-31', false],
    ['2026-11-01', false],
    ['2026-12-24', true],
    ['2026-12-31', true],
    ['2027-01-06', false],
  ] as const)('%s in Sachsen-Anhalt: %s', (day, working) => {
    expect(isWorkingDay(day, 'ST')).toBe(working)
  })

  it('passes over Easter and over the turn of the year', () => {
    expect(addWorkingDays('2026-04-02', 1, 'ST')).toBe('2026-04-07')
    expect(addWorkingDays('2026-12-23', 5, 'ST')).toBe('2026-12-31')
    expect(addWorkingDays('2026-12-23', 6, 'ST')).toBe('2027-01-04')
    expect(workingDayFrom('2026-05-14', 'ST')).toBe('2026-05-15')
    expect(workingDayFrom('2026-05-15', 'ST')).toBe('2026-05-15')
  })

  it('refuses to count backwards', () => {
    expect(() => addWorkingDays('2026-04-02', -1, 'ST')).toThrow(RangeError)
  })
})
