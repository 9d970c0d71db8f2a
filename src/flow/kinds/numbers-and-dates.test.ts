import { describe, expect, test } from 'vitest'
import type { Raw } from '../answers.ts'
import { ask, formOf, stored } from '../fixtures/ask-one.ts'
import { readForm } from '../index.ts'
import { parseNumber } from './number.ts'

describe('numbers are written as in German', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1 234', 1234],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['12.5', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['+7', 7],
    ['0', 0],
  ])('%s', (written, value) => expect(parseNumber(written)).toBe(value))

  test.each([
    '',
    'zwölf',
    '1,2,3',
    '1.23,4',
    '12.34.5',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '1.2345.678',
    '9'.repeat(40),
  ])('%s is none', written => expect(parseNumber(written)).toBeUndefined())
})

test('number: unit, limits and decimals', () => {
  const girth = { type: 'number', min: 10, max: 900, unit: 'cm' } as const
  expect(ask(girth, '118 cm')).toMatchObject({ value: 118, codes: [] })
  expect(ask(girth, '9')).toMatchObject({ codes: ['min'], said: ['„Frage“ muss mindestens 10 cm sein.'] })
  expect(ask(girth, '1.000')).toMatchObject({ codes: ['max'] })
  expect(ask(girth, '11,5').codes).toEqual(['whole_number'])
  expect(ask({ ...girth, decimals: 1 }, '11,5')).toMatchObject({ value: 11.5, codes: [] })
  expect(ask({ ...girth, decimals: 1 }, '11,55').codes).toEqual(['decimals'])
  expect(ask(girth, 'dick')).toMatchObject({ value: undefined, codes: ['number'] })
  expect(stored(girth, '118')).toEqual(['required'])
})

test('money is kept in cents', () => {
  expect(ask({ type: 'money' }, '120,50 €').value).toBe(12050)
  expect(ask({ type: 'money' }, '1.234,00').value).toBe(123400)
  expect(ask({ type: 'money' }, '1,10').value).toBe(110)
  expect(ask({ type: 'money' }, '8,35').value).toBe(835)
  expect(ask({ type: 'money' }, '20,-').value).toBe(2000)
  expect(ask({ type: 'money' }, '0,005').codes).toEqual(['money'])
  expect(ask({ type: 'money', min: 100 }, '0,99').said).toEqual(['„Frage“ muss mindestens 1,00\u00a0€ sein.'])
})

describe('dates are days of the calendar', () => {
  const parts = (day: string, month: string, year: string) => ({
    'answer.day': day,
    'answer.month': month,
    'answer.year': year,
  })
  test.each([
    [parts('3', '11', '2026'), '2026-11-03', []],
    [parts('29', '2', '2028'), '2028-02-29', []],
    [parts('31', '2', '2026'), undefined, ['date']],
    [parts('29', '2', '2027'), undefined, ['date']],
    [parts('0', '1', '2026'), undefined, ['date']],
    [parts('1', '13', '2026'), undefined, ['date']],
    [parts('1', '', '2026'), undefined, ['date_part']],
    [parts('1', '1', '26'), undefined, ['date_year']],
    [parts('', '', ''), undefined, ['required']],
    [{ answer: '24.12.2026' }, '2026-12-24', []],
    [{ answer: '2026-12-24' }, '2026-12-24', []],
    [{ answer: 'morgen' }, undefined, ['date']],
  ])('%j', (raw, value, codes) => expect(ask({ type: 'date' }, raw as Raw)).toMatchObject({ value, codes }))

  test('limits are told readably, and the error points to the part', () => {
    const { said } = ask({ type: 'date', max_date: 'today' }, '22.11.2026')
    expect(said).toEqual(['„Frage“ muss am 21. November 2026 oder früher liegen.'])
    expect(ask({ type: 'date', min_date: 'today + duration("P7D")' }, '27.11.2026').codes).toEqual([
      'min_date',
    ])
    expect(ask({ type: 'date', min_date: 'today + duration("P7D")' }, '28.11.2026').codes).toEqual([])
    const flow = formOf({ type: 'date' })
    const { errors } = readForm(flow, 'page', {
      raw: parts('1', '', '2026'),
      context: { today: '2026-11-21', param: {}, answers: {} },
    })
    expect(errors[0]?.field).toBe('answer.month')
  })
})

test.each([
  ['14:30', '14:30'],
  ['7.05 Uhr', '07:05'],
  ['14 Uhr', '14:00'],
  ['1430', '14:30'],
  ['24:00', undefined],
  ['12:60', undefined],
])('time %s', (written, value) => expect(ask({ type: 'time' }, written).value).toBe(value))
