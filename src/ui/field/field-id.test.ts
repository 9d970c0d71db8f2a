import { expect, test } from 'vitest'
import { describedBy, fieldHref, fieldId } from './field-id.ts'

test('ids are made from names and stay apart', () => {
  expect(fieldId('email')).toBe('f-email')
  expect(fieldId('trees.0.height_m')).toBe('f-trees-0-height_m')
  expect(fieldId('a.b')).not.toBe(fieldId('a_b'))
  expect(fieldHref('date.day')).toBe('#f-date-day')
})

test('only what is shown is named', () => {
  expect(describedBy({ name: 'a' })).toBeUndefined()
  expect(describedBy({ name: 'a', hint: '', error: 'x' })).toBe('f-a-error')
})
