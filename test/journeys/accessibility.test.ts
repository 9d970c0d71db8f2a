import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildAssets } from '#core/assets/build/build-assets.ts'
import { pages } from '#src/compose.ts'
import { launchBrowser } from '#ui/testing/browser.ts'
import { crawl } from '../security/table/crawl.ts'
import { buildWorld, type World } from '../security/world/build-world.ts'
import type { Role } from '../security/world/roles.ts'
import { type Device, openDevice } from './stage/device.ts'
import { routeOf, unvisited } from './stage/routes.ts'
import { faultsOn, seen, states } from './stage/seen.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

/** Answers that are no page of HTML, each with what it is. */
const excepted: Readonly<Record<string, string>> = {
  '/stil': 'has a browser test of its own (src/ui/style-page.browser.test.ts); its sample files do not exist',
  '/konto': 'leads on to the applications',
  '/:portal/antrag/:service/:draft/:page/:group/neu': 'leads on to the address of the new entry',
  '/konto/anmelden/passkey': 'data for a script',
  '/konto/daten/passkeys/neu/anfrage': 'data for a script',
  '/:portal/manifest.webmanifest': 'data for the browser',
  '/:portal/antrag/:service/:draft/datei/:document': 'a file',
  '/:portal/antrag/:service/:draft/eingang.pdf': 'a file',
  '/:portal/antrag/:service/:draft/eingang.json': 'a file',
  '/amt/vorgang/:case/datei/:document/inhalt': 'a file',
  '/amt/vorgang/:case/entscheidung/:outcome/vorschau.pdf': 'a file',
  '/amt/vorgang/:case/mitzeichnung/vorschau.pdf': 'a file',
  '/amt/vorgang/:case/bescheid/:notice': 'a file',
  '/konto/antraege/:tenant/:application/datei/:document': 'a file',
  '/:portal/status/:tenant/:application/datei/:document': 'a file',
  '/konto/bescheide/:tenant/:notice/bescheid.pdf': 'a file',
  '/:portal/status/:tenant/:application/bescheid/:notice/bescheid.pdf': 'a file',
}

/** Where no link leads: results of a form, and what the portal shows by itself. */
const byThemselves = [
  '/konto/erledigt/registrierung',
  '/leuna/barriere-melden/gesendet',
  '/leuna/gibt-es-nicht',
]

/** On a phone or at a desk, as each mostly works. */
const widths = { anonymous: 360, guest: 360, resident: 1280, clerk: 1280, supervisor: 360 } as const
type Visitor = keyof typeof widths
const visitors = Object.keys(widths) as Visitor[]

let world: World
let browser: Browser
/** For each visitor one address of each page that links lead to. */
let places: Readonly<Record<Visitor, readonly string[]>>
const visited = new Set<string>()

beforeAll(async () => {
  await buildAssets({ force: false })
  world = await buildWorld()
  browser = await launchBrowser(process.env.CHROMIUM_PATH)
  const reached = await crawl(world, pages)
  const linked = visitors.map(
    role => [role, [...reached[role].gets.values()].map(([first]) => first!.path)] as const,
  )
  const all = { ...(Object.fromEntries(linked) as Record<Visitor, string[]>) }
  all.anonymous.push(...byThemselves)
  places = onceEach(all)
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

/** A page looks the same to whoever may see it: the first visitor looks for the others, a colleague apart. */
function onceEach(all: Readonly<Record<Visitor, readonly string[]>>): Record<Visitor, string[]> {
  const known = new Set<string>()
  const own = visitors.map(role => {
    const mine = all[role].filter(path => {
      const route = routeOf(pages, path) ?? path
      if (excepted[route] !== undefined || known.has(route)) return false
      known.add(route)
      return true
    })
    return [role, mine] as const
  })
  return Object.fromEntries(own) as Record<Visitor, string[]>
}

const deviceOf = (role: Role, width: number) =>
  openDevice(browser, world.portal.url, { width, as: world.people[role] })

/** Every fault of every page at once, so that one does not hide the next. */
async function lookAtAll(device: Device, paths: readonly string[], look: (path: string) => Promise<void>) {
  const faults: string[] = []
  for (const path of paths) {
    await device.open(path)
    await look(path).catch((error: Error) => faults.push(error.message))
  }
  return faults
}

describe.each(visitors)('what %s can reach by links', role => {
  test('has no barrier, in light and in the dark, and needs nobody else', async () => {
    const device = await deviceOf(role, widths[role])
    const faults = await lookAtAll(device, places[role], async path => {
      visited.add(routeOf(pages, device.page.url()) ?? path)
      await seen(device, `${role}: ${path}`)
    })
    expect(faults).toEqual([])
  })
})

test('a tree too thin to need a permit brings the word that says so', async () => {
  const device = await deviceOf('guest', 360)
  await device.open(`${world.own.guest?.[0]}/baeume`)
  await device.follow(() =>
    device.page
      .getByRole('link', { name: /^Ändern/ })
      .first()
      .click(),
  )
  await device.page.getByLabel(/^Umfang des Stamms/).fill('20')
  await device.press('Baum 1 speichern')
  await device.press('Weiter')
  expect(new URL(device.page.url()).pathname).toContain('/hinweis/')
  visited.add(routeOf(pages, device.page.url())!)
  await seen(device, 'guest: a note on the way')
})

test('what only a button leads to: an entry to be removed, a note to be written', async () => {
  const guest = await deviceOf('guest', 360)
  await guest.open(`${world.own.guest?.[0]}/baeume`)
  const entry = await guest.page
    .getByRole('link', { name: /^Ändern/ })
    .first()
    .getAttribute('href')
  const clerk = await deviceOf('clerk', 1280)
  const ofCase = places.clerk.find(path => routeOf(pages, path) === '/amt/vorgang/:case')
  for (const [device, path] of [
    [guest, `${entry}/entfernen`],
    [clerk, `${ofCase}/notiz`],
  ] as const) {
    await device.open(path)
    visited.add(routeOf(pages, device.page.url())!)
    await seen(device, path)
  }
})

describe.each(['en', 'de-leicht'])('in %s', language => {
  test.each(['anonymous', 'guest', 'resident'] as const)('what %s can reach has no barrier', async role => {
    const device = await deviceOf(role, 360)
    await device.open(`/leuna/?sprache=${language}`)
    const faults = await lookAtAll(device, places[role], async path => {
      expect(await device.page.locator('html').getAttribute('lang')).toMatch(language.slice(0, 2))
      const found = await faultsOn(device.page, { inTheDark: false })
      if (found.length > 0) throw new Error(`${path} in ${language}:\n- ${found.join('\n- ')}`)
      states.push(`${role}: ${path} in ${language}`)
    })
    expect([...faults, ...device.complaints]).toEqual([])
  })
})

test('no page was left out', () => {
  expect(states.length).toBeGreaterThan(0)
  expect(unvisited(pages, visited, excepted)).toEqual([])
})

describe('what would be found', () => {
  test('a page that nobody came to, by its path', () => {
    const forgotten = { method: 'GET', path: '/:portal/forgotten' } as const
    expect(unvisited([...pages, forgotten], visited, excepted)).toEqual(['/:portal/forgotten'])
  })

  test('the right page among those with a like address', () => {
    expect(routeOf(pages, '/leuna/antrag/baumfaellung/1/pruefen')).toBe(
      '/:portal/antrag/:service/:draft/pruefen',
    )
    expect(routeOf(pages, '/leuna/antrag/baumfaellung/1/gefahr')).toBe(
      '/:portal/antrag/:service/:draft/:page',
    )
  })

  test('barriers, sideways scrolling and pale words in the dark', async () => {
    const device = await deviceOf('anonymous', 360)
    await device.open('/leuna/')
    await device.page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '.wide { width: 900px } @media (prefers-color-scheme: dark) { .pale { color: #555; background: #444 } }',
      )
      document.adoptedStyleSheets.push(sheet)
      const input = document.createElement('input')
      input.className = 'wide'
      const words = document.createElement('p')
      words.className = 'pale'
      words.textContent = 'Kaum zu lesen'
      document.querySelector('main')?.append(words, input)
    })
    const faults = await faultsOn(device.page)
    expect(faults).toContainEqual(expect.stringMatching(/^label: /))
    expect(faults).toContainEqual(expect.stringMatching(/^scrolls sideways by \d+ px at 320 px/))
    expect(faults).toContainEqual(expect.stringMatching(/^in the dark: color-contrast: <p class="pale"/))
  })

  test('whatever the page asks of others, and errors of its scripts', async () => {
    const device = await deviceOf('anonymous', 360)
    await device.open('/leuna/')
    await device.page.evaluate(() => {
      const image = new Image()
      image.alt = ''
      image.src = 'http://localhost:9/elsewhere.png'
      document.querySelector('main')?.append(image)
      console.error('a fault of a script')
    })
    await expect.poll(() => device.complaints.length).toBeGreaterThan(1)
    expect(device.complaints.join(' ')).toContain('Content Security Policy')
    await expect(seen(device, 'planted')).rejects.toThrow('a fault of a script')
  })
})
