import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLetterPress, type LetterPress, type NoticeLetter, type ReceiptLetter } from './index.ts'
import { noticeExample, receiptExample } from './letters-example.ts'
import { has, latin1, oneLine, qpdfReport, textOf } from './pdf-tools.ts'

let press: LetterPress
beforeAll(() => {
  press = createLetterPress()
})
afterAll(() => press.stop())

/** Every text of a letter that must be found on paper again. */
function strings(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['kind', 'language', 'title', 'form', 'type', 'alt'].includes(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(each => strings(each))
  if (value instanceof Date || value instanceof Uint8Array || typeof value !== 'object' || value === null)
    return []
  return Object.entries(value).flatMap(([name, each]) => strings(each, name))
}

describe.each([
  ['notice', () => press.render('notice', noticeExample)],
  ['receipt', () => press.render('receipt', receiptExample(2))],
] as const)('%s', (_name, make) => {
  let pdf: Uint8Array
  let raw: string
  beforeAll(async () => {
    pdf = await make()
    raw = latin1(pdf)
  })

  it('is PDF/A-2a and PDF/UA-1 by its own account', () => {
    expect(raw.startsWith('%PDF-1.7')).toBe(true)
    // The last revision is what readers see.
    const update = raw.slice(raw.lastIndexOf('%%EOF', raw.length - 10))
    for (const mark of [
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>',
    ]) {
      expect(update.split(mark), mark).toHaveLength(2)
    }
    expect(update).toContain(
      '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
    )
    expect(update).toMatch(/\/MarkInfo <<\s+\/Marked true/)
    expect(update).toContain('/StructTreeRoot')
    expect(update).toContain('/Lang (de)')
    expect(update).toContain('/OutputIntents')
    expect(update).toContain('/DisplayDocTitle true')
    expect(raw).not.toMatch(/\/(JavaScript|JS|Encrypt|EmbeddedFile|Launch|URI)\b/)
  })

  it.skipIf(!has('qpdf'))('passes qpdf --check', () => {
    const report = qpdfReport(pdf)
    expect(report).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(!has('pdffonts'))('carries its fonts, and only the two it should', () => {
    const fonts = execFileSync('pdffonts', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] })
      .toString()
      .split('\n')
      .slice(2)
      .filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\+(FiraSans|NotoSans)-\w+ .* yes yes yes /)
  })

  it('comes out byte for byte the same again', async () => {
    expect(Buffer.from(await make()).equals(Buffer.from(pdf))).toBe(true)
  })
})

describe.skipIf(!has('pdftotext'))('the words of a letter', () => {
  it('holds every string of the notice, and its legal parts in order', async () => {
    const text = textOf(await press.render('notice', { ...noticeExample, attachments: ['Lageplan'] }))
    for (const each of strings(noticeExample)) expect(text).toContain(oneLine(each))
    const parts = [
      'Entscheidung',
      'Nebenbestimmungen',
      'Gründe',
      'Kosten Für diese Entscheidung',
      'Rechtsbehelfsbelehrung',
      'Im Auftrag',
      'Anlagen',
      'Hinweise',
    ]
    const places = parts.map(part => text.indexOf(` ${part} `))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(text).toContain('gilt ohne Unterschrift')
    expect(text).toContain('Seite 1 von 2')
    expect(text).not.toContain('Entwurf')
  })

  it('marks a draft in words, not by the watermark alone', async () => {
    const text = textOf(await press.render('notice', { ...noticeExample, draft: true }))
    expect(text).toContain('Entwurf: Dieses Schreiben ist noch nicht bekannt gegeben.')
  })

  it('holds thirty trees over several pages, each whole', async () => {
    const receipt = receiptExample(30)
    const pdf = await press.render('receipt', receipt)
    const text = textOf(pdf)
    for (const each of strings(receipt)) expect(text).toContain(oneLine(each))
    expect(text).toMatch(/Seite (\d+) von \1 *$/)
    const pages = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().split('\f')
    expect(pages.length).toBeGreaterThan(4)
    for (let tree = 1; tree <= 30; tree += 1) {
      const page = pages.find(each => each.includes(`Baum ${tree}\n`)) ?? ''
      expect(page.split(`Baum ${tree}\n`)[1], `tree ${tree}`).toContain(`${99 + tree} cm`)
    }
  })

  it.each([
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0": *',
    '"); #panic("x") //',
    '$ x^2 $ *bold* _em_ `raw` <label> @ref [a](b) = Heading',
    '\\u{1F600} \\ #sys.inputs.data',
    '<script>alert(1)</script> &amp; %PDF-1.7 endobj endstream',
    '{page} {pages} {authority}',
    "O'Brien; DROP TABLE cases; --",
  ])('prints %s as it stands', async hostile => {
    const text = textOf(await press.render('notice', hostileNotice(hostile)))
    // Recipient, subject, table cell, list item, reason, hint.
    expect(text.split(oneLine(hostile)).length - 1).toBeGreaterThanOrEqual(6)
  })

  it('prints names with the letters of DIN 91379', async () => {
    const names = [
      'Łucja Żółć',
      'Đorđe Šćekić',
      'Þórður Ægisson',
      'İbrahim Çağlayan',
      'Nguyễn Thị Ấu',
      'Ēriks Ķēniņš',
      'J̌in C̈elik',
      'Straẞe ſ ʼn',
      'Ἀθηνᾶ Αθηνά',
      'Жанна Ёлкина',
    ]
    const text = textOf(
      await press.render('notice', {
        ...noticeExample,
        recipient: names.slice(0, 6),
        opening: names.map(name => ({ kind: 'p', text: name })),
      }),
    )
    for (const name of names) expect(text).toContain(name.normalize('NFC'))
  })

  it('prints what no font holds as its code, and breaks what fits no line', async () => {
    const long = 'Donaudampfschifffahrt'.repeat(12)
    const letter: NoticeLetter = {
      ...noticeExample,
      subject: `Ahorn 🌳 漢 \u0007 ‮`,
      opening: [{ kind: 'p', text: long }],
    }
    const text = textOf(await press.render('notice', letter))
    expect(text).toContain('Ahorn [U+1F333] [U+6F22] [U+0007] [U+202E]')
    expect(text.replaceAll(/[ \u00ad-]/gu, '')).toContain(long)
  })

  it.each([
    ['en', 'Confirmation of receipt', 'Page 1 of 2', '/Lang (en)'],
    ['de-leicht', 'Ihr Antrag ist da', 'Seite 1 von 2', '/Lang (de)'],
  ] as const)('speaks %s', async (language, title, page, mark) => {
    const short: ReceiptLetter = { ...receiptExample(1), language, title, files: [] }
    const pdf = await press.render('receipt', short)
    expect(textOf(pdf)).toContain(title)
    expect(textOf(pdf)).toContain(page)
    expect(latin1(pdf)).toContain(mark)
  })
})

describe('what must not come out', () => {
  it('stops a picture without words for it and a letter without a title', async () => {
    const arms = { ...noticeExample.head.arms!, alt: '' }
    const nameless = { ...noticeExample, title: '' }
    await expect(press.render('notice', nameless)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('title'),
    })
    await expect(
      press.render('notice', { ...noticeExample, head: { ...noticeExample.head, arms } }),
    ).rejects.toMatchObject({ code: 'refused' })
  })

  it('tells the log nothing from the letter', async () => {
    const arms = { bytes: Buffer.from('Ines Hartwig'), type: 'png', alt: 'Wappen' } as const
    const broken = press.render('notice', { ...noticeExample, head: { ...noticeExample.head, arms } })
    await expect(broken).rejects.toMatchObject({
      code: 'refused',
      message: expect.not.stringContaining('Hartwig'),
    })
    await expect(press.render('notice', noticeExample)).resolves.toBeInstanceOf(Uint8Array)
  })
})

it('sets a letter fast enough to do it while the case worker looks', async () => {
  await press.render('notice', noticeExample)
  const begin = performance.now()
  for (let i = 0; i < 20; i += 1) await press.render('notice', { ...noticeExample, fileNumber: `A-${i}` })
  const each_ms = (performance.now() - begin) / 20
  console.log(`letters: ${each_ms.toFixed(1)} ms for a notice of two pages, both standards`)
  expect(each_ms).toBeLessThan(500)
})

function hostileNotice(text: string): NoticeLetter {
  return {
    ...noticeExample,
    recipient: [text, '06237 Leuna'],
    subject: text,
    opening: [
      { kind: 'p', text },
      { kind: 'list', items: [text] },
      { kind: 'table', head: ['Art', text], rows: [['Kiefer', text]] },
    ],
    reasons: [
      { kind: 'heading', text },
      { kind: 'p', text },
    ],
    hints: [{ kind: 'p', text }],
  }
}
