import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { coverage } from './font-coverage.ts'

/** Fira Sans is the type of the portal's pages; Noto Sans helps out with letters that Fira lacks. */
const files = [
  'fira-sans/FiraSans-Regular.woff2',
  'fira-sans/FiraSans-SemiBold.woff2',
  'noto-sans/NotoSans-Regular.woff2',
  'noto-sans/NotoSans-Bold.woff2',
]

/** Latin with all its accents, Greek, Cyrillic, punctuation, currency, arrows, signs: more than DIN 91379 asks. */
const ranges: readonly [from: number, to: number][] = [
  [0x20, 0x7e],
  [0xa0, 0x2af],
  [0x2b0, 0x36f],
  [0x370, 0x52f],
  [0x1d00, 0x1fff],
  [0x2000, 0x209f],
  [0x20a0, 0x20cf],
  [0x2100, 0x22ff],
  [0x2500, 0x27bf],
  [0xfb00, 0xfb06],
]

export interface LetterFonts {
  blobs: Buffer[]
  /** Signs that Regular and Bold of at least one family hold. */
  covered: ReadonlySet<number>
}

/**
 * The fonts of the letters as TrueType, made from the WOFF2 files that come with KERN: no system font is
 * used, so a letter looks the same on every machine. Takes about 0.2 s, once in the life of a press.
 */
export async function letterFonts(): Promise<LetterFonts> {
  const root = join(createRequire(import.meta.url).resolve('@kern-ux/native/package.json'), '../dist/fonts')
  const wanted = ranges.map(([from, to]) => signs(from, to)).join('')
  const blobs: Buffer[] = []
  for (const file of files) {
    blobs.push(await subsetFont(await readFile(join(root, file)), wanted, { targetFormat: 'sfnt' }))
  }
  const [fira, firaBold, noto, notoBold] = blobs.map(coverage)
  const covered = fira!.intersection(firaBold!).union(noto!.intersection(notoBold!))
  return { blobs, covered }
}

function signs(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
}
