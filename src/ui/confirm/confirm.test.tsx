import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Confirm } from './confirm.tsx'

test('asks on a page of its own and names the thing in its h1', () => {
  const view = (
    <Confirm
      title="Möchten Sie den Entwurf „Baumfällung“ löschen?"
      action="/entwurf/1/loeschung"
      csrf={{ name: '_csrf', value: 'x' }}
      confirmLabel="Löschen"
      cancel={{ href: '/entwurf/1', label: 'Behalten' }}
    />
  )
  expect(faultsOf(view)).toEqual([])
  const html = htmlOf(view)
  expect(html).toContain('<h1>Möchten Sie den Entwurf „Baumfällung“ löschen?</h1>')
  expect(html).toContain('action="/entwurf/1/loeschung"')
  expect(html).toMatch(/<a [^>]*href="\/entwurf\/1"/)
})
