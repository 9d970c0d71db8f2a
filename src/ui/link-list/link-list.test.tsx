import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { LinkList } from './link-list.tsx'

test('is an accessible list of links', () => {
  const view = <LinkList columns links={[{ href: '/baum', label: 'Baum fällen', about: 'Erlaubnis' }]} />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('<a href="/baum">Baum fällen</a>')
})
