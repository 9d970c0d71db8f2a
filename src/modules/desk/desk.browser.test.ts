// The desk in a real browser: axe at both widths, keyboard, security policy.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { type Arrived, type Desk, hiddenOf, startDesk } from './desk.fixture.ts'
import { type Eyes, openEyes } from './looks.fixture.ts'

let desk: Desk
let eyes: Eyes
let weber: Browser
let one: Arrived
let other: Arrived
beforeAll(async () => {
  desk = await startDesk()
  eyes = await openEyes(desk.portal.url)
  weber = await desk.clerk('weber')
  one = await desk.arrived()
  other = await desk.arrived('lothar-grunewald-buche')
})
afterAll(async () => {
  await eyes?.close()
  await desk?.stop()
})

test('no page has a fault that axe knows, scrolls sideways or breaks the policy', {
  timeout: 120_000,
}, async () => {
  const file = /\/datei\/[0-9a-f-]+/.exec((await weber.get(one.desk)).body)![0]
  const pages = ['', file, '/notiz', '/nachforderung', '/pruefung'].map(path => one.desk + path)
  expect(await eyes.faultsOf(weber, ['/amt', '/amt?suche=Hartwig', ...pages])).toEqual([])
})

test('neither have the pages of a decision', { timeout: 120_000 }, async () => {
  const { version, task, outcome } = hiddenOf(await weber.get(other.desk))
  await weber.submit(`${other.desk}/aufgabe`, { version, task, outcome })
  const pages = ['', '/partial', '/grant_with_conditions'].map(path => `${other.desk}/entscheidung${path}`)
  expect(await eyes.faultsOf(weber, pages)).toEqual([])
})

test('j and k lead from case to case while the focus is in the list, and only then', async () => {
  const context = await eyes.browser.newContext({ viewport: { width: 1280, height: 900 } })
  const cookies = [...weber.cookies].map(([name, value]) => ({ name, value, url: desk.portal.url }))
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${desk.portal.url}/amt?sortierung=nummer`)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.getByRole('link', { name: one.fileNumber }).focus()
  await page.keyboard.press('j')
  expect(await focused()).toBe(other.fileNumber)
  await page.keyboard.press('j')
  expect(await focused()).toBe(other.fileNumber)
  await page.keyboard.press('k')
  expect(await focused()).toBe(one.fileNumber)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${one.desk}`)
  await context.close()
})
