import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '#core/assets/build/build-assets.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { launchBrowser, visit } from '#ui/testing/browser.ts'
import { inLanguage, paths } from './site.fixture.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { viewport: { width: 360, height: 740 } }
const DESK = { viewport: { width: 1280, height: 900 } }

let portal: TestPortal
let browser: Browser

beforeAll(async () => {
  await buildAssets({ force: false })
  portal = await startPortal()
  browser = await launchBrowser(process.env.CHROMIUM_PATH)
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

const open = (path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
  visit({ browser, url: portal.url + path, options }, look)

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ]
}

// One load for both widths: the pages are static, and a load is what takes the time.
test.each(paths)('%s has no barrier that axe knows and asks nobody else', async path => {
  const complaints = await open(path, PHONE, async page => {
    expect(await faultsOn(page)).toEqual([])
    await page.setViewportSize(DESK.viewport)
    expect(await faultsOn(page)).toEqual([])
  })
  expect(complaints).toEqual([])
})

test('the service page has none with everything unfolded, in the dark, in Leichte Sprache', async () => {
  const path = inLanguage('/leuna/leistungen/baumfaellung', 'de-leicht')
  await open(path, { ...PHONE, colorScheme: 'dark' }, async page => {
    for (const fold of await page.locator('summary').all()) await fold.click()
    expect(await faultsOn(page)).toEqual([])
  })
})

test('errors have none, and what was typed stays', async () => {
  await open('/leuna/gibt-es-nicht', PHONE, async page => expect(await faultsOn(page)).toEqual([]))
  await open('/leuna/barriere-melden', PHONE, async page => {
    await page.getByLabel('Auf welcher Seite?').fill('Karte')
    await page.getByRole('button', { name: 'Meldung senden' }).click()
    await page.getByRole('link', { name: 'Beschreiben Sie, was nicht funktioniert' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-what')
    expect(await page.getByLabel('Auf welcher Seite?').inputValue()).toBe('Karte')
    expect(await faultsOn(page)).toEqual([])
  })
})

test('axe would see a fault', async () => {
  await open('/leuna/', DESK, async page => {
    await page.locator('label[for="f-suche"]').evaluate(label => label.remove())
    expect(await faultsOn(page)).toContainEqual(expect.stringMatching(/^label: /))
  })
})

test('on the phone the search is in the first screen', async () => {
  await open('/leuna/', PHONE, async page => {
    const box = await page.getByRole('searchbox').boundingBox()
    const button = await page.getByRole('button', { name: 'Suchen' }).boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect((button?.y ?? Number.NaN) + (button?.height ?? 0)).toBeLessThan(PHONE.viewport.height)
  })
})

test.each([true, false])('from the region to the application (JavaScript: %s)', async javaScriptEnabled => {
  await open('/', { ...PHONE, javaScriptEnabled }, async page => {
    await page.getByLabel('Ort oder Postleitzahl').fill('Leuna')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Leuna: Stadt Leuna' }).click()
    await page.getByLabel('Was möchten Sie erledigen?').fill('Baum faellen')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Baum fällen/ }).click()
    await page.getByRole('link', { name: 'Jetzt beantragen' }).click()
    expect(new URL(page.url()).pathname).toBe('/leuna/antrag/baumfaellung')
  })
})
