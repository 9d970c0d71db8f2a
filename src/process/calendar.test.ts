import { expect, test } from 'vitest'
import { readDate, readDuration, readWorkingDays } from './due.ts'
import { dueAt } from './due-at.ts'

const calendar = { holidays: new Set(['2026-12-25', '2026-12-26']), timeZone: 'Europe/Berlin' }

test.each([
  ['P14D', '2026-11-03T09:00:00Z', '2026-11-17T23:00:00.000Z'],
  ['P2W', '2026-11-03T23:30:00Z', '2026-11-18T23:00:00.000Z'], // already the 4th in Leuna
  ['P10D', '2026-03-25T12:00:00Z', '2026-04-04T22:00:00.000Z'], // summer time begins on the 29th
  ['P10D', '2026-10-20T12:00:00Z', '2026-10-30T23:00:00.000Z'], // and ends on the 25th
  ['P1M', '2026-01-31T12:00:00Z', '2026-02-28T23:00:00.000Z'], // § 188 (3) BGB
  ['P1Y', '2028-02-29T12:00:00Z', '2029-02-28T23:00:00.000Z'],
  ['PT36H', '2026-11-03T09:00:00Z', '2026-11-04T21:00:00.000Z'],
  ['P1DT12H', '2026-11-03T09:00:00Z', '2026-11-05T11:00:00.000Z'],
])('%s from %s ends at %s', (duration, since, end) => {
  const due = readDuration(duration)
  expect(due && dueAt(due, since, calendar)).toBe(end)
})

test('a last day without work moves to the next working day where the process says so', () => {
  const due = readDuration('P10D')
  const friday = due && dueAt({ ...due, endsOnWorkingDay: true }, '2026-12-15T09:00:00Z', calendar)
  // The tenth day is Friday the 25th, a holiday, followed by a weekend: Monday the 28th.
  expect(friday).toBe('2026-12-28T23:00:00.000Z')
})

test('working days leave out weekends and holidays', () => {
  expect(dueAt({ kind: 'working-days', days: 3 }, '2026-12-23T09:00:00Z', calendar)).toBe(
    '2026-12-29T23:00:00.000Z',
  )
})

test('a date is an instant of its own', () => {
  const due = readDate('2026-11-03T12:00:00+01:00')
  expect(due && dueAt(due, '2020-01-01T00:00:00Z', calendar)).toBe('2026-11-03T11:00:00.000Z')
})

test.each(['P', 'PT', 'P1DT', '14 Tage', 'P-1D', 'R3/P7D', '1D', 'P1.5D', ''])('%j is no duration', text => {
  expect(readDuration(text)).toBeUndefined()
})

test('a date without its offset and days that are none are refused', () => {
  expect(readDate('2026-11-03T12:00:00')).toBeUndefined()
  expect(readDate('2026-13-03T12:00:00Z')).toBeUndefined()
  for (const text of ['0', '-1', '1.5', 'fünf']) expect(readWorkingDays(text)).toBeUndefined()
})
