import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { BackLink } from './back-link.tsx'

test('is a link to an address, not a trick of the browser', () => {
  const view = <BackLink href="/antrag/1/kontakt" label="Zurück" />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('href="/antrag/1/kontakt"')
})
