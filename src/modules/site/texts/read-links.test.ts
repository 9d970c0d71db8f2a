import { expect, test } from 'vitest'
import { fillPage } from './fill-page.ts'
import { keepTogether, readLinks, splitSentences } from './read-links.ts'

test('reads links out of running text', () => {
  expect(readLinks('Mehr in der [Hilfe](/leuna/hilfe), oder [Tess](https://tess.example).')).toEqual([
    { words: 'Mehr in der ' },
    { words: 'Hilfe', href: '/leuna/hilfe' },
    { words: ', oder ' },
    { words: 'Tess', href: 'https://tess.example' },
    { words: '.' },
  ])
  expect(readLinks('Nur Worte')).toEqual([{ words: 'Nur Worte' }])
})
test.each(['javascript:alert`1`', '//evil.example', 'http://evil.example', 'data:text/html,x'])(
  'leads nowhere it should not: %s',
  href => expect(readLinks(`[da](${href})`)).toEqual([{ words: 'da' }]),
)
test('gives each sentence of Leichte Sprache its line', () => {
  expect(
    splitSentences('Das ist gut. Und das? [Hier](/a) lesen Sie mehr: Alles. 2 Wochen. Am 3. November.'),
  ).toEqual([
    'Das ist gut.',
    'Und das?',
    '[Hier](/a) lesen Sie mehr:',
    'Alles.',
    '2 Wochen.',
    'Am 3. November.',
  ])
})
test('keeps numbers with their sign and unit', () => {
  expect(keepTogether('§ 8a Abs. 3 OZG, in 100 cm Höhe')).toBe(
    '§\u00a08a Abs.\u00a03 OZG, in 100\u00a0cm Höhe',
  )
})

const page = {
  title: 'T',
  lead: 'L',
  sections: [
    { title: 'A', text: 'Telefon {phone}' },
    { title: 'B', text: 'Immer', points: ['nur mit {tile_host}'] },
    { title: 'C', text: 'Immer' },
  ],
}
test('leaves out a section whose facts are not known', () => {
  const titles = (facts: Record<string, string | undefined>) =>
    fillPage(page, facts).sections.map(section => section.title)
  expect(titles({ phone: '1', tile_host: 'k' })).toEqual(['A', 'B', 'C'])
  expect(titles({ phone: '1', tile_host: undefined })).toEqual(['A', 'C'])
  expect(titles({})).toEqual(['C'])
  expect(fillPage(page, { phone: '112' }).sections[0]?.text).toBe('Telefon 112')
})
