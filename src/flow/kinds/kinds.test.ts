import { describe, expect, test } from 'vitest'
import type { Answer, Raw } from '../answers.ts'
import { text } from '../fixtures/tree-form.ts'
import { compileFlow, errorText, type Field, type Flow, openFlow, readForm, showPage } from '../index.ts'
import { isIban } from './iban.ts'
import { parseNumber } from './number.ts'

/** A form that asks one thing. */
function formOf(field: Partial<Field>): Flow {
  const one = { id: 'answer', label: text('Frage'), ...field } as Field
  const page = { id: 'page', section: 'all', title: text('Seite'), fields: [one] }
  const compiled = compileFlow(
    { format: 'torhaus/form/1', sections: [{ id: 'all', title: text('Alles') }], pages: [page] },
    { blocks: {}, codelists: {}, parameters: {} },
  )
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  return compiled.flow
}

interface Told {
  readonly value: Answer | undefined
  readonly codes: readonly string[]
  readonly said: readonly string[]
}

function ask(field: Partial<Field>, raw: Raw | string): Told {
  const flow = formOf(field)
  const posted = typeof raw === 'string' ? { answer: raw } : raw
  const context = { today: '2026-11-21', param: {}, answers: {} }
  const { answers, errors, open } = readForm(flow, 'page', { raw: posted, context })
  const said = errors.map(error => errorText(error, { flow, open, lang: 'de' }))
  return { value: answers.answer, codes: errors.map(error => error.code), said }
}

/** What a value already stored is held against, for drafts written by another version. */
function stored(field: Partial<Field>, value: unknown): readonly string[] {
  const open = openFlow(formOf(field), { answer: value } as never, { today: '2026-11-21', param: {} })
  return open.errors.map(error => error.code)
}

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

describe('texts', () => {
  test('trimmed, NFC, limited in length and characters', () => {
    expect(ask({ type: 'text' }, '  Mu\u0308ller ').value).toBe('Müller')
    expect(ask({ type: 'text', max_length: 3 }, 'abcd')).toMatchObject({
      codes: ['too_long'],
      said: ['„Frage“ darf höchstens 3 Zeichen haben. Es sind 4.'],
    })
    expect(ask({ type: 'text', min_length: 3 }, 'ab').codes).toEqual(['too_short'])
    expect(ask({ type: 'text' }, 'Hallo 😀').said).toEqual([
      'Bei „Frage“ kann das Zeichen „😀“ nicht verarbeitet werden. Entfernen oder ersetzen Sie es.',
    ])
    expect(ask({ type: 'text' }, 'a\u202Eb').said[0]).toContain('U+202E')
    expect(ask({ type: 'text', characters: 'name' }, 'Anna 1').codes).toEqual(['characters'])
    expect(ask({ type: 'longtext' }, 'eins\r\nzwei').value).toBe('eins\nzwei')
    expect(ask({ type: 'text' }, 'eins\nzwei').codes).toEqual(['characters'])
  })

  test('a pattern speaks with the package’s words and cannot be made slow', () => {
    const plate = { type: 'text', pattern: '(a+)+', pattern_message: text('Nur a.') } as const
    expect(ask(plate, `${'a'.repeat(150)}b`)).toMatchObject({ codes: ['pattern'], said: ['Nur a.'] })
    expect(ask(plate, 'aaa').codes).toEqual([])
  })

  test.each(['erika@leuna.de', 'e.m+x@sub.example.org', 'a@müller.de'])('e-mail %s', address =>
    expect(ask({ type: 'email' }, address)).toMatchObject({ value: address, codes: [] }),
  )
  test.each([
    'erika',
    'erika@',
    '@leuna.de',
    'a b@c.de@',
    'a@localhost',
    'a..b@c.de',
    'a@-c.de',
    'a@c.d',
    `${'a'.repeat(70)}@c.de`,
  ])('no e-mail: %s', address => expect(ask({ type: 'email' }, address).codes).toEqual(['email']))
  test.each(['03461 123456', '+49 (0)3461/12-34', '112233'])('telephone %s', number =>
    expect(ask({ type: 'phone' }, number).codes).toEqual([]),
  )
  test.each(['12', 'ruf an', '+', '1'.repeat(16)])('no telephone: %s', number =>
    expect(ask({ type: 'phone' }, number).codes).toEqual(['phone']),
  )
})

describe('IBAN', () => {
  test.each(['DE02 1203 0000 0000 2020 51', 'at611904300234573201', 'GB82-WEST-1234-5698-7654-32'])(
    '%s',
    iban => expect(ask({ type: 'iban' }, iban).codes).toEqual([]),
  )
  test.each([
    'DE02 1203 0000 0000 2020 52',
    'DE02 1203 0000 0000 2020 5',
    'DE',
    'XX00',
    '12',
    'DE02120300000000202051000',
  ])('not %s', iban => expect(ask({ type: 'iban' }, iban).codes).toEqual(['iban']))
  test('any two digits exchanged are found', () => {
    const good = 'DE02120300000000202051'
    for (let at = 4; at < good.length - 1; at += 1) {
      if (good[at] === good[at + 1]) continue
      const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2)
      expect(isIban(swapped)).toBe(false)
    }
  })
})

test('address: every part with its own error', () => {
  const raw = {
    'answer.street': 'Rathausstraße',
    'answer.house_number': 'a',
    'answer.postcode': '6237',
    'answer.town': '',
  }
  expect(ask({ type: 'address' }, raw).said).toEqual([
    'Geben Sie bei „Frage“ auch an: Ort.',
    'Die Postleitzahl bei „Frage“ muss aus 5 Ziffern bestehen, zum Beispiel 06237.',
    'Geben Sie bei „Frage“ eine Hausnummer ein, zum Beispiel 14a.',
  ])
  const right = {
    'answer.street': 'Rathausstraße',
    'answer.house_number': '14 a',
    'answer.postcode': '06237',
    'answer.town': 'Leuna',
  }
  expect(ask({ type: 'address' }, right)).toMatchObject({
    codes: [],
    value: { street: 'Rathausstraße', house_number: '14 a', postcode: '06237', town: 'Leuna' },
  })
  expect(ask({ type: 'address' }, { 'answer.street': ' ' }).codes).toEqual(['required'])
})

test('parcel: with and without Flur, "123/4" in one field', () => {
  expect(ask({ type: 'parcel' }, { 'answer.district': 'Leuna', 'answer.numerator': '123/4' })).toMatchObject({
    codes: [],
    value: { district: 'Leuna', numerator: '123', denominator: '4' },
  })
  expect(ask({ type: 'parcel' }, { 'answer.numerator': '12a' }).codes).toEqual([
    'required.part',
    'parcel_number',
  ])
})

test('map point', () => {
  expect(ask({ type: 'mappoint' }, { 'answer.lat': '51.3167', 'answer.lon': '12,0167' }).value).toEqual({
    lat: 51.3167,
    lon: 12.0167,
  })
  expect(ask({ type: 'mappoint' }, { 'answer.lat': '91', 'answer.lon': '12' }).codes).toEqual(['mappoint'])
  expect(ask({ type: 'mappoint' }, { 'answer.lat': 'x', 'answer.lon': '' }).codes).toEqual(['mappoint'])
})

test('yes or no, declaration', () => {
  expect(ask({ type: 'yesno' }, 'no')).toMatchObject({ value: false, codes: [] })
  expect(ask({ type: 'yesno' }, 'maybe').codes).toEqual(['required.yesno'])
  expect(ask({ type: 'yesno' }, {}).said).toEqual(['Wählen Sie bei „Frage“ Ja oder Nein.'])
  expect(ask({ type: 'declaration', text: text('Alles stimmt.') }, 'yes').value).toBe(true)
  expect(ask({ type: 'declaration', text: text('Alles stimmt.') }, {}).codes).toEqual(['required'])
  expect(stored({ type: 'declaration', text: text('Alles stimmt.') }, false)).toEqual(['required'])
})

test('choices take offered options only', () => {
  const options = [
    { value: 'a', label: text('A') },
    { value: 'b', label: text('B'), when: 'today < date("2026-01-01")' },
  ]
  expect(ask({ type: 'choice', options }, 'a')).toMatchObject({ value: 'a', codes: [] })
  expect(ask({ type: 'choice', options }, 'c').codes).toEqual(['choice'])
  expect(ask({ type: 'choice', options }, 'b').codes).toEqual(['required'])
  expect(ask({ type: 'multichoice', options }, { answer: ['a', 'a', ''] }).value).toEqual(['a'])
  expect(ask({ type: 'multichoice', options }, { answer: ['a', 'x'] }).codes).toEqual(['choice'])
  expect(ask({ type: 'multichoice', options }, {}).codes).toEqual(['required'])
})

test('uploads: number, size, type, later', () => {
  const file = { document: 'd', name: 'plan.pdf', bytes: 1000, type: 'application/pdf' }
  const upload = { type: 'upload', accept: ['pdf'], max_files: 2, max_mb: 1 } as const
  expect(stored(upload, [file])).toEqual([])
  expect(stored(upload, [file, file, file])).toEqual(['max_files'])
  expect(stored(upload, [{ ...file, bytes: 1_000_001 }])).toEqual(['file_size'])
  expect(stored(upload, [{ ...file, type: 'image/svg+xml' }])).toEqual(['file_type'])
  expect(stored({ ...upload, min_files: 2 }, [file])).toEqual(['min_files'])
  expect(stored({ ...upload, min_files: 2, later: true }, [file])).toEqual([])
  expect(stored({ ...upload, later: true }, undefined)).toEqual([])
  expect(stored(upload, undefined)).toEqual(['required'])
})

test('rules: wrong when false, silent while something they name is open', () => {
  const rules = [{ check: 'answer > 5', message: text('Mehr als 5.') }]
  expect(ask({ type: 'number', rules }, '5').said).toEqual(['Mehr als 5.'])
  expect(ask({ type: 'number', rules }, '6').codes).toEqual([])
  expect(ask({ type: 'number', rules, required: false }, '').codes).toEqual([])
  const typeless = [{ check: 'get value(lists, "x") > answer', message: text('Nie.') }]
  expect(ask({ type: 'number', rules: typeless }, '6').said).toEqual(['Nie.'])
})

test('required by condition: null asks', () => {
  expect(ask({ type: 'text', required: 'today > date("2030-01-01")' }, '').codes).toEqual([])
  expect(ask({ type: 'text', required: 'get value(lists, "x")' }, '').codes).toEqual(['required'])
})

test('a proposal fills the page, but is no answer', () => {
  const flow = formOf({ type: 'date', default: 'today' })
  const open = openFlow(flow, {}, { today: '2026-11-21', param: {} })
  expect(showPage(open, 'page')).toEqual({ 'answer.day': '21', 'answer.month': '11', 'answer.year': '2026' })
  expect(open.answers).toEqual({})
})
