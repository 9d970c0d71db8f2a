export type Range = readonly [from: number, to: number]

/** German and English text with its typography: Latin-1, dashes, quotation marks, bullet, euro, arrows. */
export const BASE_RANGES: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153],
  [0x1e9e, 0x1e9e],
  [0x2009, 0x200b],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]

/** The other Latin letters that names may hold (DIN 91379 works on these Unicode blocks), marks included. */
export const NAME_RANGES: readonly Range[] = [
  // The plain letters too: a combining mark is drawn together with its letter.
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x100, 0x151],
  [0x154, 0x24f],
  [0x259, 0x259],
  [0x2b9, 0x2dd],
  [0x300, 0x338],
  [0x1e00, 0x1e9d],
  [0x1e9f, 0x1eff],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
]

/** All characters of the ranges as one string. */
export function lettersOf(ranges: readonly Range[]): string {
  let letters = ''
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code++) letters += String.fromCodePoint(code)
  }
  return letters
}
