import { expect, test } from 'vitest'
import { Radios } from '../choice/choice.tsx'
import { DateField } from '../date-field/date-field.tsx'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { TextField } from '../text-field/text-field.tsx'
import { uiWords } from '../words/words.ts'
import { ErrorSummary } from './error-summary.tsx'

const errors = [
  { name: 'email', message: 'Geben Sie eine Adresse ein' },
  { name: 'role', message: 'Wählen Sie, wer Sie sind' },
  { name: 'born', message: 'Geben Sie ein Datum ein' },
]

test('is accessible, and nothing without errors', () => {
  expect(faultsOf(<ErrorSummary title="Bitte prüfen" errors={errors} />)).toEqual([])
  expect(htmlOf(<ErrorSummary title="Bitte prüfen" errors={[]} />)).toBe('')
})

test('every link leads to something on the page', () => {
  const html = htmlOf(
    <div>
      <ErrorSummary title="t" errors={errors} />
      <TextField name="email" label="E-Mail" error={errors[0]?.message} />
      <Radios name="role" label="Wer?" options={[{ value: 'a', label: 'A' }]} error={errors[1]?.message} />
      <DateField name="born" label="Geburtstag" words={uiWords('de')} error={errors[2]?.message} />
    </div>,
  )
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(match => match[1])
  expect(targets).toHaveLength(3)
  for (const id of targets) expect(html).toContain(`id="${id}"`)
})
