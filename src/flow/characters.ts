// The characters of DIN 91379:2022-08 (names and data exchange in Europe), as ranges of Unicode code points
// and, for letters that Unicode writes with combining marks only, as "marks: letters". Text is NFC first.
// The conformance test in characters.test.ts holds it against the published list where that is at hand.

const LATIN =
  '41-5A 61-7A C0-D6 D8-F6 F8-17E 187-188 18F 197 1A0-1A1 1AF-1B0 1B7 1CD-1DC 1DE-1DF 1E2-1F0 1F4-1F5 1F8-1FF ' +
  '212-213 218-21B 21E-21F 227-233 259 268 292 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B ' +
  '1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9'
/** Non-letters N1: what belongs to names of persons. */
const IN_NAMES = '20 27 2C-2E 60 7E A8 B4 B7 2B9-2BA 2BE-2BF 2C8 2CC 2019 2021'
/** Non-letters N2 and N3: what belongs to other texts. */
const IN_TEXTS =
  '21-26 28-2B 2F-40 5B-5F 7B-7D A1-A3 A5 A7 A9-AC AE-B3 B5-B6 B9-BB BF D7 F7 20AC A4 A6 B8 BC-BE'
/** Signs that keyboards of phones and word processors set unasked, and common signs of measure (E1). */
const TYPOGRAPHY =
  '2013-2014 2018 201A 201C-201E 2020 2022 2026 2030 2032-2033 2039-203A 2070 2074-2079 2080-2089 2122 2264-2265'
const LINE_BREAKS = '9-D A0'

/** Letters with combining marks, by the marks that follow. */
const SEQUENCES: Readonly<Record<string, string>> = {
  '\u0300': 'CFGKMPSTZcfgkmpstz',
  '\u0301': 'JjÿĪī',
  '\u0302': 'DKLMNdklmn',
  '\u0304': 'CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ',
  '\u0306': 'CMNRZcmnrzÇç',
  '\u0307': 'KUku',
  '\u0308': 'CTZczẠạỌọỤụ',
  '\u030B': 'Aa',
  '\u030C': 'J',
  '\u030D': 'ēō',
  '\u0310': 'Mm',
  '\u0315': 'CKPTckptČč',
  '\u031B': 'KTkt',
  '\u0323': 'CPcpČč',
  '\u0325': 'LRlr',
  '\u0326': 'CHKLNchklnŽž',
  '\u0327': 'ZzŽž',
  '\u0328\u0306': 'Cc',
  '\u031B\u0304': 'Ss',
  '\u0325\u0304': 'LRlr',
  '\u0331': 'HSs',
  '\u035FH': 'K',
  '\u035Fh': 'Kk',
}

function pointsOf(ranges: string): Set<string> {
  const points = new Set<string>()
  for (const range of ranges.split(' ')) {
    const [from, to = from] = range.split('-').map(hex => Number.parseInt(hex, 16)) as [number, number?]
    for (let point = from; point <= to; point += 1) points.add(String.fromCodePoint(point))
  }
  return points
}

const SEQUENCE_SET = new Set(
  Object.entries(SEQUENCES).flatMap(([marks, letters]) => [...letters].map(letter => letter + marks)),
)
const ALLOWED = {
  name: pointsOf(`${LATIN} ${IN_NAMES}`),
  line: pointsOf(`${LATIN} ${IN_NAMES} ${IN_TEXTS} ${TYPOGRAPHY} A0`),
  lines: pointsOf(`${LATIN} ${IN_NAMES} ${IN_TEXTS} ${TYPOGRAPHY} ${LINE_BREAKS}`),
}
/** `name`: data type A, `line`: A with other signs, `lines`: with line breaks. */
export type CharacterSet = keyof typeof ALLOWED

const PLAIN = /^[A-Za-zÄÖÜäöüß ,.\-']*$/
// A letter with its marks; U+035F ties two letters together.
const CLUSTER = /\P{M}\u035F\p{L}|\P{M}\p{M}*|\p{M}+/gu

/** The characters of an NFC text that the set does not hold, each once. */
export function foreignCharacters(text: string, set: CharacterSet): string[] {
  if (PLAIN.test(text)) return []
  const allowed = ALLOWED[set]
  const foreign = new Set<string>()
  for (const cluster of text.match(CLUSTER) ?? []) {
    if (!allowed.has(cluster) && !SEQUENCE_SET.has(cluster)) foreign.add(cluster)
  }
  return [...foreign]
}
