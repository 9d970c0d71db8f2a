import { expect, test } from 'vitest'
import { ask, formOf, stored } from '../fixtures/ask-one.ts'
import { text } from '../fixtures/tree-form.ts'
import { openFlow, showPage } from '../index.ts'

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
