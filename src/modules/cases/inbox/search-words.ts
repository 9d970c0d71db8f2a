import type { TenantKeys } from '#core/crypto/keyring.ts'

/** From here on a typed beginning finds the word: shorter ones would match half the office. */
const shortestPrefix = 3
const longestPrefix = 12
/** A subject is one line; more words than this do not come from one. */
const mostWords = 40
const mostTyped = 6

/** Words as they are compared: small letters, umlauts spelled out, accents gone; "Müller" and "MUELLER" are one. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
  return [...new Set(plain.match(/[\p{Letter}\p{Number}]+/gu))].slice(0, mostWords)
}

/** A word and its beginnings from three letters on: "hartwig" is found by "har" as well. */
export function findableBy(word: string): string[] {
  const letters = [...word]
  const beginnings = letters.flatMap((_, index) => {
    const length = index + 1
    return length >= shortestPrefix && length <= longestPrefix ? [letters.slice(0, length).join('')] : []
  })
  return [...new Set([...beginnings, word])]
}

/** The keyed hashes under which a case is found; the database holds them instead of the words. */
export function hashesOf(keys: TenantKeys, texts: readonly string[]): Buffer[] {
  const words = new Set(texts.flatMap(wordsOf).flatMap(findableBy))
  return [...words].map(word => keys.word(word))
}

/** What someone typed into the search box: all these words must match. Long ones are cut as the stored ones were. */
export function typedHashes(keys: TenantKeys, typed: string): Buffer[] {
  return wordsOf(typed)
    .slice(0, mostTyped)
    .map(word => keys.word(word))
}

const numberPattern = /^[A-ZÄÖÜ]{2,5}-[0-9]{0,4}(-[0-9]{0,9})?$/

/** A file number or its beginning, "LEU-2026-0": looked up by the number itself. */
export function typedNumber(typed: string): string | undefined {
  const number = typed.trim().toUpperCase()
  return numberPattern.test(number) ? number : undefined
}
