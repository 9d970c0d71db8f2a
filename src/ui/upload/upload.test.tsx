import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Upload } from './upload.tsx'

const words = uiWords('de')
const files = [
  { id: 'a1', name: 'Linde.jpg', size: '2,4 MB', state: { text: 'in Ordnung', tone: 'success' as const } },
]

test('is accessible, empty, filled and with an error', () => {
  expect(faultsOf(<Upload name="photos" label="Fotos" files={[]} words={words} />)).toEqual([])
  expect(
    faultsOf(<Upload name="photos" label="Fotos" hint="h" error="e" {...{ files, words }} multiple />),
  ).toEqual([])
})

test('works as a plain form: one button sends, one removes', () => {
  const html = htmlOf(<Upload name="photos" label="Fotos" {...{ files, words }} />)
  expect(html).toMatch(/<button type="submit"[^>]*name="upload" value="photos"/)
  expect(html).toMatch(/<button type="submit"[^>]*name="remove" value="photos:a1"/)
})

test('tells the island its limit in words', () => {
  const max = { bytes: 10, text: '10 MB' }
  expect(htmlOf(<Upload name="a" label="A" files={[]} {...{ max, words }} />)).toContain('größer als 10 MB')
})
