import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { TimeField } from './time-field.tsx'

test('is an accessible text field without the browser’s picker', () => {
  const view = <TimeField name="call" label="Wann?" value="halb drei" error="Zum Beispiel 14:30" />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('value="halb drei"')
})
