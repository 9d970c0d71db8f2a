import { expect, test } from 'vitest'
import { deadlineOf } from './deadline.ts'
import { messages } from './messages.ts'

// Half past eleven at night in Germany: there it is the 3rd, in UTC as well.
const now = new Date('2026-11-03T22:30:00Z')

test.each([
  ['2026-11-10', 'in 7 Tagen', false],
  ['2026-11-04', 'in 1 Tag', false],
  ['2026-11-03', 'heute', false],
  ['2026-11-02', 'seit 1 Tag überfällig', true],
])('%s is %s', (day, distance, isLate) => {
  expect(deadlineOf(day, now, messages.in('de'))).toEqual({ day, distance, isLate })
})
test('counts days in Germany: an hour before midnight UTC the next day has begun', () => {
  const late = new Date('2026-11-03T23:30:00Z')
  expect(deadlineOf('2026-11-03', late, messages.in('de')).isLate).toBe(true)
})
