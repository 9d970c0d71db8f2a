import type { Piece } from '../texts/read-links.ts'

const address = /https?:\/\/\S+[^\s.,;:!?)]/g

/**
 * A plain mail as paragraphs of lines of pieces. Links to this installation become paths, so that they work under
 * whatever address the demo was opened; other addresses stay words.
 */
export function readMail(text: string, baseUrl: string): Piece[][][] {
  return text
    .split(/\n{2,}/)
    .map(paragraph => paragraph.split('\n').map(line => readLine(line, new URL(baseUrl).origin)))
}

function readLine(line: string, origin: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of line.matchAll(address)) {
    const [words] = match
    pieces.push({ words: line.slice(from, match.index) })
    pieces.push(words.startsWith(`${origin}/`) ? { words, href: words.slice(origin.length) } : { words })
    from = match.index + words.length
  }
  return [...pieces, { words: line.slice(from) }].filter(piece => piece.words !== '')
}
