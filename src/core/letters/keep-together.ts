const space = '\u00a0'

/** The names of the months in the languages of the letters. */
const months = ['de-DE', 'en-GB']
  .flatMap(tag => {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)))
  })
  .join('|')

/** Pairs of which the first must not end a line: a number and its unit, a paragraph sign and its number. */
const pairs: readonly RegExp[] = [
  new RegExp(`(\\d\\.?) (?=(?:${months})\\b)`, 'gu'),
  /(\d) (?=(?:€|%|Uhr|mm|cm|m|m²|km|ha|Byte|kB|MB|GB|am|pm)(?![\p{L}\d]))/gu,
  /(§§?) (?=\d)/gu,
  /((?:Absatz|Abs\.|Satz|Nummer|Nr\.|Artikel|Art\.|Halbsatz|Buchstabe|Seite)) (?=\d)/gu,
]

/**
 * Keeps a number with what it counts on one line ("21. Dezember", "45,00 €", "§ 3a Absatz 2").
 *
 * @example keepTogether('bis zum 21. Dezember') // 'bis zum 21.\u00a0Dezember'
 */
export function keepTogether(text: string): string {
  return pairs.reduce((kept, pair) => kept.replaceAll(pair, `$1${space}`), text)
}
