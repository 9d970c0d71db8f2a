// Each island against a small real server: that it helps, and that everything works without it.
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildAssets } from '#core/assets/build/build-assets.ts'
import { assetUrl, serveAssets } from '#core/assets/index.ts'
import * as ui from '#ui/index.ts'
import { launchBrowser, visit } from '#ui/testing/browser.ts'
import { NONCE, POLICY } from '#ui/testing/style-site.tsx'

const words = ui.uiWords('de')
let app: FastifyInstance
let browser: Browser
let origin: string
let files: string[] = []
let posts: Record<string, string>[] = []

beforeAll(async () => {
  await buildAssets({ force: false })
  app = Fastify()
  await app.register(serveAssets)
  await app.register(multipart, { attachFieldsToBody: 'keyValues' })
  await app.register(formbody)
  app.get('/form', (request, reply) =>
    reply.headers(HEADERS).send(formPage('skript' in (request.query as object))),
  )
  app.post('/form', receive)
  app.post('/save', (request, reply) => {
    posts.push(request.body as Record<string, string>)
    return reply.code(204).send()
  })
  app.get('/karte/:z/:x/:y', (_, reply) =>
    reply.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  )
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser(process.env.CHROMIUM_PATH)
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

beforeEach(() => {
  files = []
  posts = []
})

const HEADERS = { 'content-security-policy': POLICY, 'content-type': 'text/html; charset=utf-8' }

// Answers an upload as the portal does: with the whole page, the new list in it.
async function receive(request: FastifyRequest, reply: import('fastify').FastifyReply) {
  const body = request.body as Record<string, string | Buffer>
  if (body.upload) files.push(`Datei-${String(body.photos).length}.jpg`)
  posts.push(body as Record<string, string>)
  if (body.name === 'langsam') await new Promise(resolve => setTimeout(resolve, 1_000))
  return reply.headers(HEADERS).send(formPage('skript' in (request.query as object)))
}

function formPage(scripts: boolean): string {
  return ui.renderDocument(
    <ui.Page
      title="Fotos"
      lang="de"
      styles={[assetUrl('styles.css'), assetUrl('map.css')]}
      scripts={scripts ? [assetUrl('islands.js'), assetUrl('map.js')] : []}
      nonce={NONCE}
      icon={assetUrl('torhaus.svg')}
      skipLink="Zum Inhalt"
      header={<header />}
      footer={<footer />}
    >
      <ui.ErrorSummary title="Bitte prüfen" errors={[{ name: 'born', message: 'Geben Sie den Monat ein' }]} />
      <h1>Fotos</h1>
      <ui.Form action={scripts ? '/form?skript' : '/form'} multipart sending={words.sending}>
        <ui.TextField name="name" label="Name" />
        <ui.DateField
          name="born"
          label="Geboren"
          error="Geben Sie den Monat ein"
          invalid={['month']}
          words={words}
        />
        <ui.Upload
          name="photos"
          label="Fotos"
          files={files.map(name => ({ id: name, name, size: '1 kB' }))}
          max={{ bytes: 2_000, text: '2 kB' }}
          words={words}
        />
        <ui.MapPoint
          name="spot"
          label="Wo?"
          center={{ lat: 51.32, lon: 12.01, zoom: 15 }}
          tiles={{ url: '/karte/{z}/{x}/{y}', attribution: 'Karte' }}
          words={words}
        />
        <ui.SaveNote saveTo="/save" words={words} />
        <ui.Button>Weiter</ui.Button>
      </ui.Form>
    </ui.Page>,
  )
}

const photo = (bytes: number) => ({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(bytes, 'x') })

async function onForm(mode: 'skript' | 'ohne', look: (page: Page) => Promise<void>): Promise<void> {
  const url = mode === 'skript' ? `${origin}/form?skript` : `${origin}/form`
  expect(await visit({ browser, url }, look)).toEqual([])
}

describe('upload', () => {
  test('is sent as soon as it is chosen; what was typed elsewhere stays', async () => {
    await onForm('skript', async page => {
      await page.getByLabel('Name').fill('Ines')
      await page.locator('#f-photos').setInputFiles(photo(1_000))
      await page.locator('.th-files').getByText('Datei-1000.jpg', { exact: true }).first().waitFor()
      expect(await page.getByLabel('Name').inputValue()).toBe('Ines')
      await page.locator('#f-photos').setInputFiles(photo(1_500)) // the exchanged field works as the first did
      await page.locator('.th-files').getByText('Datei-1500.jpg', { exact: true }).first().waitFor()
    })
  })

  test('a file that is too large is refused at once, in words', async () => {
    await onForm('skript', async page => {
      await page.locator('#f-photos').setInputFiles(photo(3_000))
      await page.getByText('größer als 2 kB').waitFor()
      expect(files).toEqual([])
    })
  })

  test('a dead network is told, and nothing is lost', async () => {
    const url = `${origin}/form?skript`
    await visit({ browser, url }, async page => {
      await page.route('**/form?skript', route => route.abort())
      await page.locator('#f-photos').setInputFiles(photo(1_000))
      await page.getByText('Die Datei kam nicht an').waitFor()
    })
  })

  test('works without scripts', async () => {
    await onForm('ohne', async page => {
      await page.locator('#f-photos').setInputFiles(photo(900))
      await page.getByRole('button', { name: 'Hochladen' }).click()
      await page.locator('.th-files').getByText('Datei-900.jpg', { exact: true }).first().waitFor()
    })
  })
})

test('the errors have the focus, and their links lead into the control that is meant', async () => {
  await onForm('skript', async page => {
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await page.getByRole('link', { name: 'Geben Sie den Monat ein' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-born-month')
  })
})

test('a double click sends once and says that it is under way', async () => {
  await onForm('skript', async page => {
    await page.getByLabel('Name').fill('langsam')
    const said = await page.locator('main .kern-btn--primary').evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
      return button.textContent
    })
    expect(said).toBe(words.sending)
    await expect.poll(() => sent().length).toBeGreaterThan(0)
    await page.waitForTimeout(500) // a second one would be here by now
    expect(sent()).toHaveLength(1)
  })

  function sent() {
    return posts.filter(post => post.name === 'langsam' && 'photos' in post)
  }
})

test('what a form carries is not saved behind it as the page is left', async () => {
  await onForm('skript', async page => {
    await page.getByLabel('Name').fill('Ines')
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      page.getByRole('button', { name: 'Weiter' }).click(),
    ])
    await page.waitForLoadState('networkidle')
    expect(posts.map(({ name }) => name)).toEqual(['Ines'])
  })
})

test('what is typed is saved while typing and the note says when', async () => {
  await onForm('skript', async page => {
    await page.getByLabel('Name').fill('Ines Hartwig')
    await page.getByText(/Gespeichert um \d\d:\d\d Uhr/).waitFor()
    expect(posts.at(-1)?.name).toBe('Ines Hartwig')
  })
})

describe('map', () => {
  test('a point set by keyboard goes into the fields and can be taken away', async () => {
    await onForm('skript', async page => {
      await page.getByRole('button', { name: words.map_set }).press('Enter')
      expect(Number(await page.locator('[name="spot.lat"]').inputValue())).toBeCloseTo(51.32, 3)
      expect(Number(await page.locator('[name="spot.lon"]').inputValue())).toBeCloseTo(12.01, 3)
      expect(await page.locator('.th-map__pin').count()).toBe(1)
      await page.getByText('Punkt gesetzt: 51.32').waitFor()
      await page.getByRole('button', { name: words.map_clear }).click()
      expect(await page.locator('[name="spot.lat"]').inputValue()).toBe('')
    })
  })

  test('a click sets the point, the arrow keys move the map', async () => {
    await onForm('skript', async page => {
      await page.locator('[data-map-canvas]').click({ position: { x: 60, y: 60 } })
      const first = await page.locator('[name="spot.lon"]').inputValue()
      expect(Number(first)).toBeLessThan(12.01)
      await page.locator('[data-map-canvas]').press('ArrowRight')
      await page.waitForTimeout(500)
      await page.getByRole('button', { name: words.map_set }).click()
      expect(Number(await page.locator('[name="spot.lon"]').inputValue())).toBeGreaterThan(12.01)
    })
  })

  test('without scripts only the fields are there', async () => {
    await onForm('ohne', async page => {
      expect(await page.locator('.th-map').isVisible()).toBe(false)
      expect(await page.getByText(words.map_coordinates).isVisible()).toBe(true)
    })
  })
})
