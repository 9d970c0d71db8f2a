import { describe, expect, it } from 'vitest'
import { coverage } from './font-coverage.ts'
import { letterFonts } from './fonts.ts'
import { keepTogether } from './keep-together.ts'
import { printable, printableData } from './printable.ts'

const { blobs, covered } = await letterFonts()
const nb = '\u00a0'

describe('fonts of the letters', () => {
  it('hold the letters of DIN 91379, Latin, Greek and Cyrillic', () => {
    const letters =
      'ÄÖÜäöüẞßĀāĄąĆćČčĐđĘęĞğĢģĪīİıĶķŁłŃńŅņŌōŐőŒœŘřŚśŞşŠšŢţŦŧŪūŮůŰűŲųŴŵŶŷŹźŻżŽžƏəƠơƯưǍǎǦǧȘșȚțḌḍḤḥẀẁẼẽỆệỘộ'
    const more = 'ʰʼˈ‡ΆΩάώЀЁЖѝ€§°–—„“”‚‘’…·×÷½²³'
    const missing = [...letters, ...more].filter(sign => !covered.has(sign.codePointAt(0)!))
    expect(missing).toEqual([])
  })

  it('do not claim what they lack', () => {
    expect(covered.has('漢'.codePointAt(0)!)).toBe(false)
    expect(covered.has(0)).toBe(false)
    expect(covered.has(0xffff)).toBe(false)
    for (const blob of blobs) expect(coverage(blob).has('A'.codePointAt(0)!)).toBe(true)
  })

  it('are refused when they cannot be read', () => {
    expect(() => coverage(Buffer.alloc(64))).toThrow(/cmap/)
  })
})

describe('printable', () => {
  it.each([
    ['Bäume 🌳', 'Bäume [U+1F333]'],
    ['Mu\u0308ller', 'Müller'],
    ['eins\r\nzwei\rdrei\tvier', 'eins\nzwei\ndrei vier'],
    ['a\u200bb\ufeffc', 'abc'],
    ['\u202Eabgelehnt', '[U+202E]abgelehnt'],
    ['\ud800', '[U+FFFD]'],
    ['\u0000', '[U+0000]'],
  ])('%j becomes %j', (text, printed) => {
    expect(printable(text, covered)).toBe(printed)
  })

  it('breaks what is longer than a line, but no hash', () => {
    const hash = 'a1'.repeat(32)
    expect(printable(hash, covered)).toBe(hash)
    expect(printable('x'.repeat(60), covered)).toBe(
      `${'x'.repeat(25)}\u200b${'x'.repeat(25)}\u200b${'x'.repeat(10)}`,
    )
  })

  it('lets long addresses break after their signs', () => {
    const address = 'maximiliane.oberlaender-schmitz@saalekreis.example'
    const zero = '\u200b'
    expect(printable(address, covered)).toBe(
      `maximiliane.${zero}oberlaender-${zero}schmitz@${zero}saalekreis.${zero}example`,
    )
    expect(printable('weber@leuna.example', covered)).toBe('weber@leuna.example')
  })

  it('reaches every string in data and leaves the rest', () => {
    const data = { a: ['🌳', { b: '🌳', n: 1, no: null, yes: true }] }
    expect(printableData(data, covered)).toEqual({
      a: ['[U+1F333]', { b: '[U+1F333]', n: 1, no: null, yes: true }],
    })
  })
})

describe('keepTogether', () => {
  it.each([
    ['bis zum 21. Dezember 2026', `bis zum 21.${nb}Dezember 2026`],
    ['118 cm, 45,00 €, 2,4 MB, 14:30 Uhr', `118${nb}cm, 45,00${nb}€, 2,4${nb}MB, 14:30${nb}Uhr`],
    ['§ 70 Absatz 1 Satz 2', `§${nb}70 Absatz${nb}1 Satz${nb}2`],
    ['§§ 187 bis 193', `§§${nb}187 bis 193`],
    ['3 Meter und 2 mal', '3 Meter und 2 mal'],
  ])('%j', (text, kept) => {
    expect(keepTogether(text)).toBe(kept)
  })
})
