import { describe, expect, test } from 'vitest'
import { findableBy, typedNumber, wordsOf } from './search-words.ts'

describe('words', () => {
  test.each([
    ['Ines Hartwig', ['ines', 'hartwig']],
    ['Müller-Lüdenscheidt, Straße 14a', ['mueller', 'luedenscheidt', 'strasse', '14a']],
    ['MUELLER', ['mueller']],
    ['François Čapek', ['francois', 'capek']],
    ['Baum, Baum', ['baum']],
    ['  –  ', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('decomposed letters are the same as composed ones', () => {
    expect(wordsOf('Jose\u0301')).toEqual(wordsOf('José'))
  })

  test('a word is found by its beginnings from three letters on', () => {
    expect(findableBy('hartwig')).toEqual(['har', 'hart', 'hartw', 'hartwi', 'hartwig'])
    expect(findableBy('14')).toEqual(['14'])
    expect(findableBy('grundstuecksgemeinschaft').at(-1)).toBe('grundstuecksgemeinschaft')
    expect(findableBy('grundstuecksgemeinschaft')).toHaveLength(11)
  })
})

describe('file numbers', () => {
  test.each(['LEU-2026-00012', 'leu-2026-0', 'LEU-', 'LEU-20'])('%s', typed => {
    expect(typedNumber(` ${typed} `)).toBe(typed.toUpperCase())
  })
  test.each(['LEU', 'Hartwig', '2026-00012', 'LEU-2026-00012 Hartwig', "LEU-2026-'", ''])(
    '%s is none',
    typed => {
      expect(typedNumber(typed)).toBeUndefined()
    },
  )
})
