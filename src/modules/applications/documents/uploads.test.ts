import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { fileOf } from '#test/visitor/files.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'
import { openDraftDocument } from './open-document.ts'

let town: Applying
let browser: Browser
let draft: string
let page: string

beforeAll(async () => {
  town = await startApplying()
  ;({ browser, draft } = await town.atReview())
  page = `${draft}/unterlagen`
  await browser.get(page)
})
afterAll(() => town.stop())

const pdfOf = (content: string | Buffer) => ({
  field: 'further_documents',
  name: 'Gutachten.pdf',
  type: 'application/pdf',
  content: Buffer.from(content),
})
const upload = { upload: 'further_documents', remarks: '' }

async function blobCount(): Promise<number> {
  let count = 0
  const all = town.portal.services.blobs.listOlderThan(new Date(Date.now() + 60_000))
  for await (const _ of all) count += 1
  return count
}

describe('A file without JavaScript', () => {
  it('is uploaded, listed with size and state, opened and removed', async () => {
    const before = await blobCount()
    const seen = await browser.submit(page, upload, [
      await fileOf('pdf', 'further_documents', 'Gutachten.pdf'),
    ])
    expect(seen.path).toBe(page)
    expect(seen.body).toContain('Gutachten.pdf')
    expect(seen.body).toContain('in Ordnung')
    const href = /href="([^"]+\/datei\/[^"]+)"/.exec(seen.body)![1]!
    const opened = await browser.get(href)
    expect(opened.headers['content-type']).toBe('application/pdf')
    expect(opened.headers['content-disposition']).toContain('inline')
    expect((await town.browser().get(href)).status).toBe(404)
    const id = href.split('/').at(-1)!
    const removed = await browser.submit(page, { remarks: '', remove: `further_documents:${id}` })
    expect(removed.body).not.toContain('Gutachten.pdf')
    expect((await browser.get(href)).status).toBe(404)
    expect(await blobCount()).toBe(before)
  })

  it('comes along with what is typed beside it, and "Weiter" takes both', async () => {
    const file = await fileOf('png', 'further_documents', 'Plan.png')
    const seen = await browser.post(page, { remarks: 'Bitte rufen Sie mich an.' }, [file])
    expect(seen.location).toBe(`${draft}/zustellung`)
    const review = await browser.get(`${draft}/pruefen`)
    expect(review.body).toContain('Plan.png')
    expect(review.body).toContain('Bitte rufen Sie mich an.')
  })

  it('of a photo keeps neither place nor device, and stands upright', async () => {
    const content = await sharp({
      create: { width: 400, height: 200, channels: 3, background: '#336633' },
    })
      .jpeg()
      .withExif({
        IFD0: { Make: 'Geheimkamera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 19/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(content.includes('Geheimkamera')).toBe(true)
    await browser.get(page)
    const file = { field: 'further_documents', name: 'Baum.jpg', type: 'image/jpeg', content }
    const seen = await browser.submit(page, upload, [file])
    const href = /<a href="([^"]+\/datei\/[^"]+)">Baum\.jpg/.exec(seen.body)![1]!
    const scope = { now: town.portal.clock.now(), guest: guestOf(browser) }
    const kept = await readBack(scope, href.split('/').at(-1)!)
    expect(kept.includes('Geheimkamera')).toBe(false)
    const { width, height, exif } = await sharp(kept).metadata()
    expect([width, height]).toEqual([200, 400])
    expect(exif).toBeUndefined()
  })
})

describe('A file is refused, with the reason at its field and in the summary,', () => {
  const cases: [string, () => Promise<{ name: string; type: string; content: Buffer }>, string][] = [
    [
      'when its content is another than its name says',
      async () => ({ name: 'x.pdf', type: 'application/pdf', content: Buffer.from('MZ\x90\0 program') }),
      'hat ein anderes Format',
    ],
    [
      'when it is a picture that can hold a script',
      async () => ({
        name: 'x.png',
        type: 'image/png',
        content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      }),
      'hat ein anderes Format',
    ],
    [
      'when it is empty',
      async () => ({ name: 'x.pdf', type: 'application/pdf', content: Buffer.alloc(0) }),
      'ist leer',
    ],
    [
      'when it runs a script',
      async () => pdfOf('%PDF-1.7\n1 0 obj <</OpenAction <</S /J#61vaScript /JS (x)>>>> endobj'),
      'enthält ein Programm',
    ],
    [
      'when it is locked',
      async () => pdfOf('%PDF-1.7\ntrailer <</Encrypt 5 0 R>>'),
      'mit einem Kennwort geschützt',
    ],
    [
      'when the picture is cut off',
      async () => ({
        name: 'x.jpg',
        type: 'image/jpeg',
        content: (
          await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
            .jpeg()
            .toBuffer()
        ).subarray(0, 9000),
      }),
      'lässt sich nicht lesen',
    ],
    [
      'when it is larger than the field allows',
      async () => ({
        name: 'x.pdf',
        type: 'application/pdf',
        content: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(11_000_000)]),
      }),
      '„x.pdf“ ist größer als 10 MB',
    ],
    [
      'when it is larger than the server takes at all',
      async () => ({ name: 'x.pdf', type: 'application/pdf', content: Buffer.alloc(27_000_000, 32) }),
      '„x.pdf“ ist größer als 10 MB',
    ],
  ]
  it.each(cases)('%s', async (_, make, words) => {
    const before = await blobCount()
    await browser.get(page)
    const file = await make()
    const seen = await browser.post(page, upload, [{ ...file, field: 'further_documents' }])
    expect(seen.status).toBe(422)
    expect(seen.body).toContain('<title>Fehler: ')
    expect(seen.body.split(words).length).toBe(3)
    expect(seen.body).toContain('href="#f-further_documents"')
    expect(await blobCount()).toBe(before)
  })

  it('when there are as many as the question takes', async () => {
    await browser.get(page)
    const file = await fileOf('pdf', 'further_documents', 'noch-eins.pdf')
    const seen = await browser.post(page, upload, Array(11).fill(file))
    expect(seen.status).toBe(422)
    expect(seen.body).toContain('keine weitere Datei Platz')
  })

  it('without a trace when nobody asked for it or the draft is another’s', async () => {
    const before = await blobCount()
    await browser.get(page)
    const file = await fileOf('pdf', 'remarks', 'x.pdf')
    await browser.post(page, { remarks: '' }, [file])
    const jannik = town.browser()
    await jannik.get('/leuna/antrag/baumfaellung')
    const foreign = await jannik.post(page, upload, [await fileOf('pdf', 'further_documents', 'x.pdf')])
    expect(foreign.status).toBe(404)
    const forged = await browser.post(page, { ...upload, _csrf: 'forged' }, [
      await fileOf('pdf', 'further_documents', 'x.pdf'),
    ])
    expect(forged.status).toBe(400)
    expect(await blobCount()).toBe(before)
  })
})

function guestOf(of: Browser): string {
  return createHash('sha256').update(of.cookies.get('torhaus-browser')!).digest('hex')
}

async function readBack(scope: { now: Date; guest: string }, document: string): Promise<Buffer> {
  const [, portal, , service, id] = draft.split('/')
  const address = { tenant: 'leuna', portal, service, draft: id } as never
  const reply = await openDraftDocument(town.portal.services, scope, { address, document })
  const parts: Buffer[] = []
  for await (const part of reply.body as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}
