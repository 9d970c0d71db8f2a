import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { place } from './places.ts'
import type { Asset } from './store-asset.ts'
import { BASE_RANGES, EXTENDED_RANGES, lettersOf } from './unicode-ranges.ts'

const FOLDER = 'node_modules/@kern-ux/native/dist/fonts/fira-sans'
const WEIGHTS = [
  { name: 'regular', weight: 400, source: 'FiraSans-Regular.woff2' },
  { name: 'semibold', weight: 600, source: 'FiraSans-SemiBold.woff2' },
] as const

/**
 * Fira Sans in two weights and two parts each: what German and English pages need, and the further Latin
 * letters of DIN 91379 (names), which a browser fetches only when one of them stands on the page.
 */
export async function* makeFonts(): AsyncGenerator<Asset> {
  for (const { name, source } of WEIGHTS) {
    const font = await readFile(place(`${FOLDER}/${source}`))
    const base = lettersOf(BASE_RANGES)
    // The second part holds the plain letters as well: a combining mark is drawn with its letter from one font.
    const extended = `${lettersOf(EXTENDED_RANGES)}${lettersOf([
      [0x41, 0x5a],
      [0x61, 0x7a],
    ])}`
    yield { name: `fira-${name}.woff2`, content: await subset(font, base) }
    yield { name: `fira-${name}-extended.woff2`, content: await subset(font, extended) }
  }
}

function subset(font: Buffer, letters: string): Promise<Uint8Array> {
  return subsetFont(font, letters, { targetFormat: 'woff2' })
}

/** The @font-face rules for the files above. */
export function fontFaces(urlOf: (name: string) => string | undefined): string {
  return WEIGHTS.flatMap(({ name, weight }) => [
    face(weight, required(urlOf, `fira-${name}.woff2`), BASE_RANGES),
    face(weight, required(urlOf, `fira-${name}-extended.woff2`), EXTENDED_RANGES),
  ]).join('\n')
}

function face(weight: number, url: string, ranges: readonly (readonly [number, number])[]): string {
  const codes = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(', ')
  return `@font-face { font-family: "Fira Sans"; font-weight: ${weight}; font-style: normal; font-display: swap;
  src: url("${url}") format("woff2"); unicode-range: ${codes}; }`
}

function required(urlOf: (name: string) => string | undefined, name: string): string {
  const url = urlOf(name)
  if (!url) throw new Error(`${name} must be built before the style sheet that uses it`)
  return url
}
