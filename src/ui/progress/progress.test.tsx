import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Progress } from './progress.tsx'

test('is accessible and says how far in words', () => {
  const view = <Progress name="papers" label="Unterlagen" value={3} max={5} text="3 von 5 Unterlagen" />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toMatch(/<progress[^>]*value="3"/)
  expect(htmlOf(view)).toContain('<p class="th-muted">3 von 5 Unterlagen</p>')
})
