import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { TwoColumns } from './two-columns.tsx'

test('is accessible; the side can come first in reading order', () => {
  const view = <TwoColumns side={<p>rechts</p>} sideLabel="Zum Vorgang" children={<p>links</p>} />
  expect(faultsOf(view)).toEqual([])
  const order = (html: string) => html.indexOf('links') < html.indexOf('rechts')
  expect(order(htmlOf(view))).toBe(true)
  expect(order(htmlOf(<TwoColumns side="rechts" sideLabel="s" sideFirst children="links" />))).toBe(false)
})
