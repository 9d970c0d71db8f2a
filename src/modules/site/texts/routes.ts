import type { AnyPage } from '#core/http/page.ts'
import { texts as accessibility } from './accessibility/texts.ts'
import { texts as easyLanguage } from './easy-language/texts.ts'
import { texts as imprint } from './imprint/texts.ts'
import { texts as privacy } from './privacy/texts.ts'
import { texts as signLanguage } from './sign-language/texts.ts'
import { textPage } from './site-page.tsx'
import { supportContact } from './support/support-contact.tsx'
import { texts as support } from './support/texts.ts'

export const pages: readonly AnyPage[] = [
  textPage({ path: '/hilfe', audit: 'support.viewed', texts: support, first: supportContact }),
  // § 5 DDG
  textPage({ path: '/impressum', audit: 'imprint.viewed', texts: imprint }),
  // Art. 13 DSGVO
  textPage({ path: '/datenschutz', audit: 'privacy.viewed', texts: privacy }),
  // § 7 BITV 2.0, § 12b BGG
  textPage({ path: '/barrierefreiheit', audit: 'accessibility.viewed', texts: accessibility }),
  // § 4 BITV 2.0
  textPage({ path: '/leichte-sprache', audit: 'easy-language.viewed', texts: easyLanguage }),
  textPage({ path: '/gebaerdensprache', audit: 'sign-language.viewed', texts: signLanguage }),
]
