import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Header } from './header.tsx'

const view = (
  <Header
    home="/leuna/"
    name="Stadt Leuna"
    sub="Online-Rathaus"
    arms="/wappen.svg"
    nav={[{ href: '/leuna/leistungen', label: 'Leistungen', current: true }]}
    account={{ href: '/anmelden', label: 'Anmelden' }}
    languages={[
      { href: '?sprache=de', label: 'Deutsch', lang: 'de', current: true },
      { href: '?sprache=en', label: 'English', lang: 'en' },
    ]}
    words={uiWords('de')}
  />
)

test('is accessible', () => expect(faultsOf(view)).toEqual([]))

test('languages are plain links in their own language', () => {
  expect(htmlOf(view)).toMatch(/<a href="\?sprache=en" lang="en" hreflang="en">/)
})

test('says where we are', () => {
  expect(htmlOf(view)).toMatch(/<a href="\/leuna\/leistungen" aria-current="page"/)
})

test('both navigations have a name', () => {
  expect(htmlOf(view).match(/<nav[^>]*aria-label="[^"]+"/g)).toHaveLength(2)
})
