import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { AddressField } from './address-field.tsx'

const words = uiWords('de')

test('is accessible with errors of parts and of the whole', () => {
  const view = (
    <AddressField
      name="home"
      label="Anschrift"
      errors={{ town: 'Geben Sie den Ort ein' }}
      error="e"
      own
      words={words}
    />
  )
  expect(faultsOf(view)).toEqual([])
})

test('an error stands at its part only', () => {
  const html = htmlOf(
    <AddressField name="home" label="A" errors={{ postcode: 'fünf Ziffern' }} words={words} />,
  )
  expect(html.match(/aria-invalid/g)).toHaveLength(1)
  expect(html).toMatch(/id="f-home-postcode"[^>]*aria-invalid/)
})

test('only the own address is filled in by the browser', () => {
  expect(htmlOf(<AddressField name="home" label="A" own words={words} />)).toContain(
    'autocomplete="postal-code"',
  )
  expect(htmlOf(<AddressField name="tree" label="A" words={words} />)).not.toContain('autocomplete')
})
