import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { DateField } from './date-field.tsx'

const words = uiWords('de')
const felled = { name: 'felled', label: 'Wann?', words }

test('is accessible, empty and with an error', () => {
  expect(faultsOf(<DateField {...felled} />)).toEqual([])
  expect(faultsOf(<DateField {...felled} value={{ day: '31' }} hint="h" error="e" />)).toEqual([])
})

test('three parts under one legend, shown again as typed', () => {
  const html = htmlOf(<DateField {...felled} value={{ day: '31', month: 'Feb', year: '' }} />)
  expect(html).toMatch(/name="felled.day"[^>]*value="31"/)
  expect(html).toMatch(/name="felled.month"[^>]*value="Feb"/)
  expect(html).toContain('name="felled.year"')
})

test('marks only the parts that the error is about', () => {
  const all = htmlOf(<DateField {...felled} error="e" />)
  expect(all.match(/aria-invalid/g)).toHaveLength(3)
  const year = htmlOf(<DateField {...felled} error="e" invalid={['year']} />)
  expect(year.match(/aria-invalid/g)).toHaveLength(1)
  expect(year).toMatch(/name="felled.year"[^>]*aria-invalid/)
})

test('a birthday may be filled in by the browser, another date may not', () => {
  expect(htmlOf(<DateField {...felled} birthday />)).toContain('autocomplete="bday-year"')
  expect(htmlOf(<DateField {...felled} />)).not.toContain('autocomplete')
})
