import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { EmptyState } from './empty-state.tsx'

test('is accessible and offers the next step', () => {
  const view = (
    <EmptyState title="Hier stehen Ihre Anträge" children={<a href="/leistungen">Leistung finden</a>} />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('href="/leistungen"')
})
