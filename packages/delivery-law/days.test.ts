import { describe, expect, it } from 'vitest'
import { addDays, addMonths, asDay, berlinDay, daysBetween, weekday } from './days.ts'

describe('days', () => {
  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    // The night in which clocks go forward, and the one in which they go back.
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-11-02T00:30:00+01:00', '2026-11-02'],
  ])('puts %s on %s in Germany', (instant, day) => {
    expect(berlinDay(instant)).toBe(day)
    expect(berlinDay(new Date(instant))).toBe(day)
  })

  it('refuses an instant without a zone', () => {
    expect(() => berlinDay('2026-11-02T09:00:00')).toThrow(RangeError)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-02T00:00:00Z', ''])(
    'refuses %j as a day',
    text => {
      expect(() => asDay(text)).toThrow(RangeError)
    },
  )

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2027-01-01', -1, '2026-12-31'],
  ] as const)('adds to %s %i days: %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result)
    expect(daysBetween(day, result)).toBe(days)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
  ] as const)('adds to %s %i months: %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result)
  })

  it('knows the weekday', () => {
    expect(weekday('2026-11-21')).toBe(6)
    expect(weekday('2028-02-29')).toBe(2)
  })
})
