import { expect, it } from 'vitest'
import { markUniversallyAccessible } from './pdf-ua-mark.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

/** The smallest file with the parts that are marked; real ones are tried in letters.test.ts. */
function pdf({
  viewer = '/ViewerPreferences <<\n>>',
  schemas = '<rdf:Bag></rdf:Bag></pdfaExtension:schemas>',
} = {}): Buffer {
  const xml = `<x xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">${schemas}<pdfaid:part>2</pdfaid:part></x>`
  const objects = [
    `1 0 obj\n<<\n  /Length ${xml.length}\n>>\nstream\n${xml}\nendstream\nendobj\n`,
    `2 0 obj\n<<\n  /Type /Catalog\n  /Metadata 1 0 R\n  ${viewer}\n>>\nendobj\n`,
    '3 0 obj\n<<\n>>\nendobj\n',
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map(object => {
    const at = file.length
    file += object
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  return bytes(
    `${file}xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<<\n  /Size 4\n  /Root 2 0 R\n  /Info 3 0 R\n  /ID [(a) (a)]\n>>\nstartxref\n${table}\n%%EOF`,
  )
}

it('keeps every byte and points readers to the changed objects', () => {
  const before = pdf()
  const after = Buffer.from(markUniversallyAccessible(before))
  expect(after.subarray(0, before.length).equals(before)).toBe(true)
  const text = after.toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const [, first, second] =
    /^xref\n1 1\n(\d{10}) 00000 n \n2 1\n(\d{10}) 00000 n \n/.exec(text.slice(table)) ?? []
  expect(text.slice(Number(first))).toMatch(/^1 0 obj\n/)
  expect(text.slice(Number(second))).toMatch(/^2 0 obj\n/)
  const metadata = text.slice(Number(first))
  const length = Number(/\/Length (\d+)/.exec(metadata)?.[1])
  expect(metadata.slice(metadata.indexOf('stream\n') + 7 + length)).toMatch(/^\nendstream/)
})

it.each([
  ['no viewer preferences', { viewer: '' }],
  ['no schemas', { schemas: '' }],
  ['two standards', { schemas: '<pdfaid:part>1</pdfaid:part><rdf:Bag></rdf:Bag></pdfaExtension:schemas>' }],
])('refuses a file with %s', (_what, parts) => {
  expect(() => markUniversallyAccessible(pdf(parts))).toThrow(/expected once/)
})

it('refuses what is no PDF or has moved objects', () => {
  expect(() => markUniversallyAccessible(bytes('hello'))).toThrow(/PDF without/)
  const moved = pdf().toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n\n')
  expect(() => markUniversallyAccessible(bytes(moved))).toThrow()
})
