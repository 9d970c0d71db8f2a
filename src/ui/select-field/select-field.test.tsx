import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { SelectField } from './select-field.tsx'

const options = [
  { label: 'Laubbäume', options: [{ value: 'oak', label: 'Eiche' }] },
  { value: 'other', label: 'andere' },
]
const species = { name: 'species', label: 'Baumart', options, choose: 'Bitte wählen' }

test('is accessible with groups and error', () => {
  expect(faultsOf(<SelectField {...species} error="Wählen Sie die Baumart" />)).toEqual([])
})

test('shows the given answer, and the empty entry without one', () => {
  expect(htmlOf(<SelectField {...species} value="oak" />)).toMatch(/<option value="oak" selected/)
  expect(htmlOf(<SelectField {...species} />)).toMatch(/<option value selected/)
})
