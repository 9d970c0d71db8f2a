/** German first, German in Leichte Sprache (DIN SPEC 33429), English. */
export const languages = ['de', 'de-leicht', 'en'] as const
export type Language = (typeof languages)[number]
export type Text = Readonly<Record<Language, string>>

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** For the `lang` attribute: `simple` is a registered variant (IANA language subtag registry). */
export function htmlLanguage(language: Language): string {
  return language === 'de-leicht' ? 'de-simple' : language
}

/** For `Intl`: numbers and dates are German in both German languages. */
export function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : 'de-DE'
}
