import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Footer, type FooterLinks } from './footer.tsx'

const links: FooterLinks = {
  support: { href: '/hilfe', label: 'Hilfe finden' },
  reportBarrier: { href: '/barriere', label: 'Barriere melden' },
  easyLanguage: { href: '/leicht', label: 'Leichte Sprache' },
  signLanguage: { href: '/dgs', label: 'Gebärdensprache' },
  imprint: { href: '/impressum', label: 'Impressum' },
  privacy: { href: '/datenschutz', label: 'Datenschutz' },
  accessibility: { href: '/barrierefreiheit', label: 'Barrierefreiheit' },
}
const view = (
  <Footer
    links={links}
    supportTitle="Service & Support"
    supportText="Wir helfen Ihnen."
    contactTitle="Stadt Leuna"
    contact={<p>Rathausstraße 1</p>}
    words={uiWords('de')}
  />
)

test('is accessible', () => expect(faultsOf(view)).toEqual([]))

test('carries every link that the law asks for', () => {
  for (const { href, label } of Object.values(links)) {
    expect(htmlOf(view)).toContain(`href="${href}"`)
    expect(htmlOf(view)).toContain(label)
  }
})
