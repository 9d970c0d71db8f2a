import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Hero } from './hero.tsx'

test('is accessible and carries the h1', () => {
  const view = <Hero title="Guten Tag in Leuna" lead="Erledigen Sie Ihre Anliegen online." />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toMatch(/<h1[^>]*>Guten Tag in Leuna/)
})
