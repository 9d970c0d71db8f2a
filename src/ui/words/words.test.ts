import { describe, expect, test } from 'vitest'
import { fill, uiWords } from './words.ts'

const german = uiWords('de')

describe.each(['de-leicht', 'en'] as const)('%s', language => {
  const words = uiWords(language)

  test('has every word that German has, and no other', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(german).sort())
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
  })

  test('keeps the places to fill', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const key of Object.keys(german) as (keyof typeof german)[])
      expect([key, places(words[key])]).toEqual([key, places(german[key])])
  })
})

test('fills what it knows and leaves the rest visible', () => {
  expect(fill('Seite {page} von {pages}', { page: 3 })).toBe('Seite 3 von {pages}')
})
