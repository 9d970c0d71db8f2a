import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { SearchBox } from './search-box.tsx'

test('is accessible, gets a page with an address and shows the words again', () => {
  const view = (
    <SearchBox
      action="/suche"
      label="Was?"
      hint="Zum Beispiel Baum"
      value="baum"
      button="Suchen"
      hidden={{ art: 'a' }}
    />
  )
  expect(faultsOf(view)).toEqual([])
  const html = htmlOf(view)
  expect(html).toContain('<form method="get" action="/suche"')
  expect(html).toMatch(/name="q"[^>]*value="baum"/)
  expect(html).toContain('name="art" value="a"')
})
