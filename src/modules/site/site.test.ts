import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlLanguage, languages } from '#core/i18n/languages.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { faultsOf } from '#ui/testing/check-html.ts'
import { inLanguage, paths } from './site.fixture.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

const get = (path: string, init?: RequestInit) => fetch(portal.url + path, { redirect: 'manual', ...init })
const textOf = async (path: string) => (await get(path)).text()
/** What is left of a page for the reader, on one line. */
const wordsOf = async (path: string) =>
  (await textOf(path))
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')

describe.each(languages)('in %s', language => {
  test.each(paths)('%s is whole', async path => {
    const answer = await get(inLanguage(path, language))
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain(`<html lang="${htmlLanguage(language)}"`)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).not.toMatch(/\{[a-z_.]+\}/)
    expect(faultsOf(html)).toEqual([])
  })
})

describe('home', () => {
  test('shows the region its towns', async () => {
    const html = await textOf('/')
    for (const slug of ['leuna', 'merseburg', 'saalekreis']) expect(html).toContain(`href="/${slug}/"`)
  })
  test.each([
    ['06237', '/leuna/', 'Leuna: Stadt Leuna'],
    ['06237 Leuna', '/leuna/', 'Leuna: Stadt Leuna'],
    ['merse', '/merseburg/', 'Merseburg: Stadt Merseburg'],
    ['Bad Dürrenberg', '/saalekreis/', 'Bad Dürrenberg: Landkreis Saalekreis'],
  ])('finds who is there for %s', async (typed, href, label) => {
    expect(await textOf(`/?ort=${encodeURIComponent(typed)}`)).toContain(`<a href="${href}">${label}</a>`)
  })
  test('says so when it does not know a place', async () => {
    expect(await wordsOf('/?ort=%25')).toContain('Diesen Ort haben wir nicht gefunden')
  })
  test('of a town leads to search, service, topic, status, hours', async () => {
    const html = await textOf('/leuna/')
    expect(html).toMatch(/<form method="get" action="\/leuna\/leistungen">.*name="suche"/s)
    expect(html).toContain('href="/leuna/leistungen/baumfaellung"')
    expect(html).toContain('href="/leuna/leistungen#bauen-umwelt"')
    expect(html).toContain('href="/leuna/status"')
    expect(html).toContain('Dienstag 9 bis 12 Uhr und 13 bis 18 Uhr')
  })
  test('of an unknown town is not there', async () => expect((await get('/atlantis/')).status).toBe(404))
})

describe('services', () => {
  test('each topic has its place in the list', async () => {
    const html = await textOf('/leuna/leistungen')
    expect(html).toContain('id="bauen-umwelt"')
    expect(html).not.toContain('Weitere Leistungen')
  })
  test('counts honestly', async () => {
    expect(await wordsOf('/leuna/leistungen?suche=Baumfaellung')).toContain(
      '1 Leistung passt zu „Baumfaellung“.',
    )
    const none = await wordsOf('/leuna/leistungen?suche=Reisepass')
    expect(none).toContain('Nichts gefunden zu „Reisepass“')
    expect(none).toContain('030 23125 110')
  })
  test('searches in the language of the page', async () => {
    expect(await wordsOf('/leuna/leistungen?suche=felling&sprache=en')).toContain('1 service matches')
    expect(await wordsOf('/leuna/leistungen?suche=felling')).toContain('Nichts gefunden')
  })
  test('shows what was typed as text', async () => {
    const html = await textOf(`/leuna/leistungen?suche=${encodeURIComponent('<script>alert(1)</script>')}`)
    expect(html).not.toContain('<script>alert')
    expect((await get(`/leuna/leistungen?suche=${'a'.repeat(5000)}`)).status).toBe(200)
  })
  test('one service tells cost, time, needs and leads to the application', async () => {
    const words = await wordsOf('/leuna/leistungen/baumfaellung')
    expect(words).toContain('35,00 € für den ersten Baum')
    expect(words).toContain('Etwa 4 Wochen')
    expect(words).toContain('Vom 1. März bis zum 30. September')
    expect(words).toContain('Fachbereich Ordnung und Umwelt')
    expect(words).toContain('JPEG, PNG, PDF, höchstens 10 MB')
    const html = await textOf('/leuna/leistungen/baumfaellung')
    expect(html).toContain('href="/leuna/antrag/baumfaellung"')
    expect(html).toContain('href="https://www.gesetze-im-internet.de/bnatschg_2009/__39.html"')
  })
  test('each town names its own office', async () => {
    expect(await wordsOf('/saalekreis/leistungen/baumfaellung')).toContain('Untere Naturschutzbehörde')
  })
  test('an unknown service is not there', async () => {
    expect((await get('/leuna/leistungen/unbekannt')).status).toBe(404)
    expect((await get('/atlantis/leistungen/baumfaellung')).status).toBe(404)
  })
})

describe('texts', () => {
  test('name the town', async () => {
    const words = await wordsOf('/merseburg/impressum')
    expect(words).toContain('Stadt Merseburg')
    expect(words).not.toContain('Leuna')
  })
  test('without a town hold for all and lead to each', async () => {
    const html = await textOf('/service/impressum')
    expect(html).toContain('href="/merseburg/impressum"')
    expect((await get('/service/leistungen')).status).toBe(404)
  })
  test('say nothing of maps where there are none', async () => {
    expect(await wordsOf('/leuna/datenschutz')).not.toContain('Kartenbilder')
  })
  test('are in Leichte Sprache where that is asked, also on the German page', async () => {
    expect(await textOf('/leuna/leichte-sprache')).toContain('Das ist die Internet·seite für Anträge.')
  })
})

describe('errors', () => {
  test('keep the town, its phone and a way on', async () => {
    const answer = await get('/leuna/gibt-es-nicht')
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(faultsOf(html)).toEqual([])
    expect(html).toContain('Diese Seite gibt es nicht')
    expect(html).toContain('href="tel:03023125110"')
    expect(html).toContain('href="/leuna/leistungen"')
  })
  test('speak the language of the reader', async () => {
    expect(await textOf('/leuna/nothing?sprache=en')).toContain('This page does not exist')
  })
  test('give a mark for a fault, and only then', async () => {
    const original = portal.services.catalogue.offers
    Object.assign(portal.services.catalogue, { offers: () => Promise.reject(new Error('planted')) })
    portal.services.log.level = 'silent'
    const answer = await get('/leuna/leistungen')
    Object.assign(portal.services.catalogue, { offers: original })
    const html = await answer.text()
    expect(answer.status).toBe(500)
    expect(html).toMatch(/<strong class="th-nobreak">[0-9A-F]{10}<\/strong>/)
    expect(html).not.toContain('planted')
    expect(await textOf('/leuna/nichts')).not.toMatch(/<strong class="th-nobreak">/)
  })
  test('need no database', async () => {
    const { find } = portal.services.portals
    Object.assign(portal.services.portals, { find: () => Promise.reject(new Error('no connection')) })
    const answer = await get('/leuna/')
    Object.assign(portal.services.portals, { find })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Bei uns ist ein Fehler passiert')
  })
})

test('the manifest makes an app of the portal', async () => {
  const answer = await get('/leuna/manifest.webmanifest')
  expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
  const manifest = (await answer.json()) as { name: string; start_url: string; icons: { src: string }[] }
  expect(manifest).toMatchObject({ name: 'Stadt Leuna – Online-Rathaus', start_url: '/leuna/' })
  expect((await get(manifest.icons[0]?.src ?? '')).status).toBe(200)
  expect(await textOf('/leuna/')).toContain('<link rel="manifest" href="/leuna/manifest.webmanifest"')
})
