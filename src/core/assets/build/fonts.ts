import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { place } from './places.ts'
import type { Asset } from './store-asset.ts'
import { BASE_RANGES, lettersOf, NAME_RANGES, type Range } from './unicode-ranges.ts'

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
    yield { name: `fira-${name}.woff2`, content: await subset(font, lettersOf(BASE_RANGES)) }
    yield { name: `fira-${name}-extended.woff2`, content: await subset(font, lettersOf(NAME_RANGES)) }
  }
}

function subset(font: Buffer, letters: string): Promise<Uint8Array> {
  return subsetFont(font, letters, { targetFormat: 'woff2' })
}

/**
 * The @font-face rules for the files above. The second part is a family of its own, next in line: a letter with
 * a combining mark (m̂) is drawn from one family only, and the plain letters of it are used for nothing else.
 */
export function fontFaces(urlOf: (name: string) => string | undefined): string {
  return WEIGHTS.flatMap(({ name, weight }) => [
    face({ family: 'Fira Sans', weight, url: required(urlOf, `fira-${name}.woff2`), ranges: BASE_RANGES }),
    face({
      family: 'Fira Sans Names',
      weight,
      url: required(urlOf, `fira-${name}-extended.woff2`),
      ranges: NAME_RANGES,
    }),
  ]).join('\n')
}

interface Face {
  family: string
  weight: number
  url: string
  ranges: readonly Range[]
}

function face({ family, weight, url, ranges }: Face): string {
  const codes = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(', ')
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: normal; font-display: swap;
  src: url("${url}") format("woff2"); unicode-range: ${codes}; }`
}

function required(urlOf: (name: string) => string | undefined, name: string): string {
  const url = urlOf(name)
  if (!url) throw new Error(`${name} must be built before the style sheet that uses it`)
  return url
}
