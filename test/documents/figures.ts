import { withoutCode } from './documents.ts'

/** A figure in a guide: the words that hold it, and what the code says. */
export interface Figure {
  /** Exactly as in the guide */
  readonly told: string
  readonly true: string | number
}

// Paragraphs of law, versions of standards and numbered lists are no figures of ours.
const NO_FIGURES = [
  /§§? ?\d+[a-z]?(?:, \d+[a-z]?)*(?: Absatz \d+[a-z]?)?/g,
  /\bAbsatz \d+[a-z]?/g,
  /^\s*\d+\. /gm,
]

/** Numbers in the prose of a guide that no figure explains: each must be compared with the code, or go. */
export function unexplainedNumbers(text: string, figures: readonly Figure[]): string[] {
  const told = figures.reduce((prose, figure) => prose.replaceAll(figure.told, ''), flat(text))
  return [...told.matchAll(/.{0,20}\d.{0,20}/g)].map(found => found[0].trim())
}

function flat(text: string): string {
  const prose = NO_FIGURES.reduce((rest, pattern) => rest.replaceAll(pattern, ''), withoutCode(text))
  return prose.replaceAll(/\s+/g, ' ')
}

/** Whether a guide holds the words of a figure, and they the value of the code. */
export function isTrue(text: string, figure: Figure): boolean {
  const numbers = figure.told.match(/\d+/g) ?? []
  const isRight =
    numbers.length > 0 ? numbers.join(' ') === String(figure.true) : figure.told.includes(String(figure.true))
  return flat(text).includes(figure.told) && isRight
}
