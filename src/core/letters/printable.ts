import { keepTogether } from './keep-together.ts'

/** Left out of print: soft hyphen, zero width space and byte order mark carry nothing and can hide a word. */
const invisible = /[\u00ad\u200b\ufeff]/gu

/** Controls that turn the direction of writing could make a sentence read as its opposite: shown, not obeyed. */
const directing = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]$/u

const unbroken = /\S{30,}/gu

/**
 * Turns any text into one that the letter's fonts can print. A sign that no font holds stops both PDF
 * standards; it is printed as its code, `[U+1F333]`, so that nothing is lost and the letter comes out.
 *
 * @example printable('Bäume 🌳', covered) // 'Bäume [U+1F333]'
 */
export function printable(text: string, covered: ReadonlySet<number>): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
  let printed = ''
  for (const sign of plain) {
    const code = sign.codePointAt(0) ?? 0
    const known = sign === '\n' || (covered.has(code) && !directing.test(sign))
    printed += known ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return keepTogether(printed).replaceAll(unbroken, breakable)
}

/**
 * A "word" longer than its line would run off the page, and with it what it says. Addresses of mail and web
 * may break after their signs; where there are none, a break in the word is the lesser evil.
 */
function breakable(word: string): string {
  // Hashes fit their line and must be copied whole.
  if (/^[0-9a-f]{64}$/.test(word)) return word
  return word
    .replaceAll(/[-./@_:&=?](?=.)/gu, sign => `${sign}\u200b`)
    .replaceAll(/[^\u200b]{50,}/gu, part => part.replaceAll(/.{25}/gu, piece => `${piece}\u200b`))
}

/** The same for every string inside plain data. */
export function printableData(data: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof data === 'string') return printable(data, covered)
  if (Array.isArray(data)) return data.map(each => printableData(each, covered))
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, printableData(value, covered)]),
    )
  }
  return data
}
