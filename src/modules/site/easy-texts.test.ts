import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { splitSentences } from './texts/read-links.ts'

// DIN SPEC 33429: short sentences, one statement each. 12 words is our limit, 8 to 10 our aim.
const most = 12

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

function longSentences(text: string): string[] {
  const plain = text.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
  return plain
    .split('\n')
    .flatMap(splitSentences)
    .filter(sentence => (sentence.match(/[\p{L}\p{N}{]\S*/gu) ?? []).length > most)
}

const files = globSync('**/messages.de-leicht.json', { cwd: import.meta.dirname })

test('reads all files in Leichte Sprache', () => expect(files.length).toBeGreaterThan(8))

test.each(files)('%s has short sentences', name => {
  const texts = textsIn(JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8')))
  // The mail to the town's staff is not for the reader of the page.
  expect(texts.filter(text => !text.startsWith('Im Online-Portal')).flatMap(longSentences)).toEqual([])
})

test('sees a sentence that is too long', () => {
  expect(
    longSentences('Kurz. Das ist aber ein Satz, der viel zu lang ist, um noch leicht zu sein.'),
  ).toHaveLength(1)
})
