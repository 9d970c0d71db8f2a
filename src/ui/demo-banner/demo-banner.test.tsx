import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { DemoBanner } from './demo-banner.tsx'

test('is an accessible region with its text', () => {
  const view = (
    <DemoBanner label="Hinweis" text="Das ist eine Demo." link={{ href: '/demo', label: 'Mehr' }} />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('Das ist eine Demo.')
})
