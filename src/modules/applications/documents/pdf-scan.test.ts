import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PdfScan } from './pdf-scan.ts'

function scan(pdf: Buffer | string, chunk_bytes = 65_536) {
  const bytes = Buffer.from(pdf)
  const one = new PdfScan()
  for (let at = 0; at < bytes.length; at += chunk_bytes) one.push(bytes.subarray(at, at + chunk_bytes))
  return one.end()
}

const objectStream = (
  content: string | Buffer,
  dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n7 0 obj\n<< ${dictionary} >>\nstream\n`),
    typeof content === 'string' ? deflateSync(content) : content,
    Buffer.from('\nendstream\nendobj\n'),
  ])

describe('A PDF is refused when it', () => {
  it.each([
    ['runs a script', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['hides the name behind escapes', '<< /S /J#61v#61#53cript >>'],
    ['starts a program', '<</S/Launch/F(cmd.exe)>>'],
    ['carries files', '<< /Names << /EmbeddedFiles 4 0 R >> >>'],
    ['shows rich media', '<< /Subtype /RichMedia >>'],
    ['is an XFA form', '<< /AcroForm << /XFA [] >> >>'],
  ])('%s', (_, text) => {
    expect(scan(`%PDF-1.7\n1 0 obj\n${text}\nendobj\n%%EOF`)).toBe('active')
  })

  it.each([1, 2, 3, 7, 64, 1000])('hides it in a packed stream, read %i bytes at a time', chunk => {
    const pdf = objectStream(`1 0 << /S /Java#53cript >> ${'x'.repeat(3000)}`)
    expect(scan(pdf, chunk)).toBe('active')
  })

  it('hides it in the second packed stream', () => {
    const pdf = Buffer.concat([objectStream('1 0 << /Type /Page >>'), objectStream('2 0 <</S/Launch>>')])
    expect(scan(pdf)).toBe('active')
  })

  it('is locked', () => {
    expect(scan('%PDF-1.7\ntrailer << /Encrypt 9 0 R /Root 1 0 R >>')).toBe('encrypted')
  })

  it('packs its objects in a way that cannot be looked into', () => {
    expect(scan(objectStream(Buffer.from('3C3C2F532F4A617661'), '/Type/ObjStm/Filter/ASCIIHexDecode'))).toBe(
      'unreadable',
    )
    expect(scan(objectStream(deflateSync(Buffer.alloc(60_000_000)), '/Type /ObjStm'))).toBe('unreadable')
    expect(scan(`%PDF-1.7\n<< /Type /ObjStm >>${' '.repeat(9000)}`)).toBe('unreadable')
  })
})

describe('A PDF is taken when it', () => {
  it('only holds pages, links and pictures', () => {
    const text =
      '<< /Type /Catalog /OpenAction [3 0 R /Fit] /Names << /Dests 5 0 R >> >> << /S /URI /URI (https://leuna.example) >>'
    expect(scan(`%PDF-1.7\n1 0 obj\n${text}\nendobj\n`)).toBeUndefined()
    expect(
      scan(objectStream('1 0 << /Type /Page /Outlines << /First 2 0 R /Last 3 0 R >> >>')),
    ).toBeUndefined()
  })

  it('holds pictures of whatever bytes', () => {
    for (let round = 0; round < 20; round++) {
      const picture = Buffer.concat([
        Buffer.from('%PDF-1.4\n<< /Subtype /Image >>\nstream\n'),
        randomBytes(500_000),
        Buffer.from('\nendstream'),
      ])
      expect(scan(picture)).toBeUndefined()
    }
  })

  it('speaks of scripts in its text', () => {
    expect(scan('%PDF-1.4\n(JavaScript ist eine Sprache.) Tj')).toBeUndefined()
  })
})

it('Twenty megabytes are scanned within two seconds', () => {
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000_000)])
  const start = process.cpuUsage()
  scan(pdf)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
})
