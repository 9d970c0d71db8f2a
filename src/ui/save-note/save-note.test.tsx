import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { SaveNote } from './save-note.tsx'

const words = uiWords('de')

test('says when it was saved, and nothing before', () => {
  expect(faultsOf(<SaveNote savedAt="14:30" words={words} />)).toEqual([])
  expect(htmlOf(<SaveNote savedAt="14:30" words={words} />)).toContain('Gespeichert um 14:30 Uhr')
  expect(htmlOf(<SaveNote words={words} />)).toMatch(/><\/p>$/)
})
