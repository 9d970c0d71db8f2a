import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { NumberField } from './number-field.tsx'

const trunk = { name: 'trunk', label: 'Stammumfang', value: '1.234,5' }

test('is accessible with and without unit and error', () => {
  expect(faultsOf(<NumberField {...trunk} />)).toEqual([])
  expect(
    faultsOf(<NumberField {...trunk} unit="cm" hint="In 1 m Höhe" error="Geben Sie eine Zahl ein" />),
  ).toEqual([])
})

test('takes numbers as text, reads the unit with the field', () => {
  const html = htmlOf(<NumberField {...trunk} unit="cm" decimals />)
  expect(html).toContain('type="text" inputmode="decimal"')
  expect(html).toContain('value="1.234,5"')
  expect(html).toContain('aria-describedby="f-trunk-unit"')
})
