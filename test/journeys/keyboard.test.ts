import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readJourney } from './form/journey.ts'
import { keyboard, reach, unseenFocus } from './form/keyboard.ts'
import { walkForm } from './form/walk-form.ts'
import type { Device } from './stage/device.ts'
import { openTown, type Town } from './stage/town.ts'

vi.setConfig({ testTimeout: 180_000 })

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.stop())

async function enter(device: Device, role: 'link' | 'button', name: string): Promise<void> {
  const control = device.page.getByRole('main').getByRole(role, { name, exact: true })
  await device.follow(() => keyboard(device).press(control))
}

/** Tabs from the top until the focus leaves the page again. @returns how many stops there were */
async function roundOf({ page }: Device): Promise<number> {
  const isOut = () => page.evaluate(() => document.activeElement === document.body)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab')
    if (stops > 0 && (await isOut())) return stops
    expect(await unseenFocus(page)).toBeUndefined()
  }
  throw new Error(`${page.url()}: the focus never leaves the page`)
}

test('Ines applies with the keyboard alone', async () => {
  const ines = await town.device({ width: 1280 })
  const hand = keyboard(ines)
  await ines.open('/leuna/')
  const { page } = ines
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' })
  expect(await skip.evaluate(link => link === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await hand.type(page.getByLabel('Was möchten Sie erledigen?'), 'Baum')
  await ines.follow(() => page.keyboard.press('Enter'))
  const found = page.getByRole('main').getByRole('link', { name: /^Baum/ }).first()
  await ines.follow(() => hand.press(found))
  await enter(ines, 'link', 'Jetzt beantragen')
  await enter(ines, 'button', 'Ohne Konto beginnen')
  const journey = await readJourney('ines-hartwig-kiefer')
  const pages = await walkForm(ines, { journey, hand })
  expect(pages).toEqual(journey.walk.expect.pages)
  expect(await roundOf(ines)).toBeGreaterThan(20)
  await enter(ines, 'button', 'Verbindlich absenden')
  expect(await ines.text()).toMatch(/LEU-\d{4}-\d{5}/)
  expect(await roundOf(ines)).toBeGreaterThan(10)
})

test('an error leads to its field by Enter', async () => {
  const ines = await town.device({ width: 360 })
  await ines.open('/leuna/antrag/baumfaellung')
  await enter(ines, 'button', 'Ohne Konto beginnen')
  await enter(ines, 'button', 'Weiter')
  const { page } = ines
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('danger_now')
  await page.keyboard.press('Space')
  expect(await page.getByLabel('Ja', { exact: true }).isChecked()).toBe(true)
})

test('Jonas Weber goes through his inbox by j, k and Enter', async () => {
  await town.arrived()
  const weber = await town.device({ width: 1280, as: await town.clerk('weber') })
  const { page } = weber
  await weber.open('/amt')
  const links = page.getByRole('table').getByRole('link', { name: /^LEU-/ })
  const first = await links.first().textContent()
  await reach(page, links.first())
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('j')
  const second = await focused()
  expect(second).toBe(await links.nth(1).textContent())
  expect(second).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focused()).toBe(first)
  await page.keyboard.press('j')
  await weber.follow(() => page.keyboard.press('Enter'))
  expect(await weber.text()).toContain(second)
  expect(await roundOf(weber)).toBeGreaterThan(10)
})

test('a stop without a ring would be found', async () => {
  const ines = await town.device()
  await ines.open('/leuna/')
  await ines.page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('input { outline: none !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  const search = ines.page.getByLabel('Was möchten Sie erledigen?')
  await expect(reach(ines.page, search)).rejects.toThrow('the focus does not show on <input')
})
