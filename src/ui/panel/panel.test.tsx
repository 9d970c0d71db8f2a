import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Panel } from './panel.tsx'

test('is accessible, carries the h1 and the file number', () => {
  const view = <Panel title="Angekommen" caption="Ihr Aktenzeichen" mark="67-42" />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toMatch(/<h1[^>]*>Angekommen<\/h1>/)
  expect(htmlOf(view)).toContain('<strong>67-42</strong>')
})
