/** A piece of running text: plain words, or words that lead somewhere. */
export interface Piece {
  readonly words: string
  readonly href?: string | undefined
}

const link = /\[([^\]]+)\]\(([^)\s]+)\)/g
const allowed = /^(?:\/(?!\/)|https:\/\/|mailto:|tel:)/

/**
 * Splits a text at its links. An address that is neither ours nor https, mail or telephone stays plain words.
 * @example readLinks('Mehr in der [Hilfe](/leuna/hilfe).')
 */
export function readLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(link)) {
    const [whole, words = '', href = ''] = match
    if (match.index > from) pieces.push({ words: text.slice(from, match.index) })
    pieces.push(allowed.test(href) ? { words, href } : { words })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** Leichte Sprache puts each sentence on a line of its own (DIN SPEC 33429); a date is no end of one. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?:]\)?)(?<!\d\.) (?=[\p{Lu}\d[„{])/u)
}

const belongsToNumber = /(§§?|Abs\.|Art\.|Nr\.|Satz|section|Article) (?=\d)/g
const belongsToUnit =
  /(\d) (?=(?:cm|m|MB|Uhr|Tage?n?|Wochen?|Monate?n?|Jahre?n?|days?|weeks?|months?|years?)\b)/g

/** A number stays on the line of its sign or unit: "§ 8a", "100 cm". */
export function keepTogether(text: string): string {
  return text.replaceAll(belongsToNumber, '$1\u00a0').replaceAll(belongsToUnit, '$1\u00a0')
}
