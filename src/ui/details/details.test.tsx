import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Details } from './details.tsx'

test('is accessible, closed unless told otherwise', () => {
  const view = <Details title="Verfahren" level={2} children={<p>Text</p>} />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).not.toMatch(/<details[^>]* open/)
  expect(htmlOf(<Details title="A" open children="x" />)).toMatch(/<details[^>]* open/)
})
