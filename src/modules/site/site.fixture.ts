import type { Language } from '#core/i18n/languages.ts'

/** Every page that anyone may open, as it is asked for in the tests. */
export const paths: readonly string[] = [
  '/',
  '/?ort=06231',
  '/?ort=Atlantis',
  '/leuna/',
  '/saalekreis/',
  '/leuna/leistungen',
  '/leuna/leistungen?suche=baumfaellung',
  '/leuna/leistungen?suche=Reisepass',
  '/leuna/leistungen/baumfaellung',
  ...['hilfe', 'impressum', 'datenschutz', 'barrierefreiheit', 'leichte-sprache', 'gebaerdensprache'].map(
    page => `/leuna/${page}`,
  ),
  '/service/datenschutz',
  '/leuna/barriere-melden',
  '/service/barriere-melden',
  '/leuna/barriere-melden/gesendet',
  '/demo/post',
]

export const inLanguage = (path: string, language: Language) =>
  `${path}${path.includes('?') ? '&' : '?'}sprache=${language}`
