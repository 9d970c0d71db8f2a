import { expect, test } from 'vitest'
import { formatBytes, formatDate, formatMoney, formatTime } from './format.ts'
import { defineMessages } from './messages.ts'

const messages = defineMessages({
  de: { hello: 'Guten Tag {name}', 'trees.one': '{n} Baum', 'trees.other': '{n} Bäume' },
  'de-leicht': { hello: 'Hallo {name}', 'trees.one': '{n} Baum', 'trees.other': '{n} Bäume' },
  en: { hello: 'Hello {name}', 'trees.one': '{n} tree', 'trees.other': '{n} trees' },
})

test('speaks each language and counts as it does', () => {
  expect(messages.in('de')('hello', { name: 'Ines' })).toBe('Guten Tag Ines')
  expect(messages.in('en')('trees', { n: 1 })).toBe('1 tree')
  expect(messages.in('de')('trees', { n: 0 })).toBe('0 Bäume')
})
test('leaves a forgotten value visible', () => {
  expect(messages.in('de')('hello', {})).toBe('Guten Tag {name}')
})
test('says no to a text that is not there', () => {
  // @ts-expect-error a missing key does not compile either
  expect(() => messages.in('de')('missing')).toThrow('no text for missing')
})
test('writes dates, times, money and sizes as people do', () => {
  const moment = new Date('2026-11-03T13:30:00Z')
  expect(formatDate(moment, 'de')).toBe('3. November 2026')
  expect(formatDate('2026-11-03', 'en')).toBe('3 November 2026')
  expect(formatDate(new Date('2026-12-31T23:30:00Z'), 'de')).toBe('1. Januar 2027')
  expect(formatTime(moment, 'de')).toBe('14:30 Uhr')
  expect(formatTime(moment, 'en')).toBe('2:30 pm')
  expect(formatMoney(12_000, 'de')).toBe('120,00\u00a0€')
  expect(formatBytes(2_400_000, 'de')).toBe('2,4 MB')
})
