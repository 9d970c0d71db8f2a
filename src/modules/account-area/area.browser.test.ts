// The resident's area in a real browser: axe at both widths, security policy, files without a reload.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrived, type Desk, fieldsIn, hiddenOf, startDesk } from '#modules/desk/desk.fixture.ts'
import { type Eyes, openEyes } from '#modules/desk/looks.fixture.ts'
import type { Browser } from '#test/visitor/browser.ts'
import { fileOf } from '#test/visitor/files.ts'

let desk: Desk
let eyes: Eyes
let weber: Browser
let ines: Browser
let asked: Arrived
beforeAll(async () => {
  desk = await startDesk()
  eyes = await openEyes(desk.portal.url)
  weber = await desk.clerk('weber')
  ines = await desk.ines()
  asked = await desk.arrived(undefined, ines)
  const page = await weber.get(`${asked.desk}/nachforderung`)
  await weber.submit(`${asked.desk}/nachforderung`, {
    ...hiddenOf(page),
    text: 'Ein Foto, bitte.',
    dateien: 'ja',
  })
  await desk.portal.work()
})
afterAll(async () => {
  await eyes?.close()
  await desk?.stop()
})

test('no page has a fault that axe knows, scrolls sideways or breaks the policy', {
  timeout: 120_000,
}, async () => {
  const box = await ines.get('/konto/postfach')
  const message = /href="(\/konto\/postfach\/leuna\/[0-9a-f-]+)"/.exec(box.body)![1]!
  const own = ['', '/antwort', '/zuruecknehmen'].map(path => asked.own + path)
  const pages = ['/konto/antraege', '/konto/postfach', message, ...own]
  expect(await eyes.faultsOf(ines, pages)).toEqual([])
})

test('neither has a notice, before and after it was opened', { timeout: 120_000 }, async () => {
  const one = await desk.arrived(undefined, ines)
  const { version, task, outcome } = hiddenOf(await weber.get(one.desk))
  await weber.submit(`${one.desk}/aufgabe`, { version, task, outcome })
  const url = `${one.desk}/entscheidung/grant_with_conditions`
  const confirm = await weber.submit(url, { ...fieldsIn(await weber.get(url)), tun: 'entscheiden' })
  await weber.submit(`${url}/treffen`, hiddenOf(confirm))
  await desk.portal.work()
  const notice = /href="(\/konto\/bescheide\/leuna\/[0-9a-f-]+)"/.exec((await ines.get(one.own)).body)![1]!
  expect(await eyes.faultsOf(ines, [notice])).toEqual([])
  await ines.get(notice)
  await ines.submit(notice, {})
  expect(await eyes.faultsOf(ines, [notice, one.own])).toEqual([])
})

test('a chosen file is sent at once, and the answer typed meanwhile stays', async () => {
  const context = await eyes.browser.newContext()
  await context.addCookies([...ines.cookies].map(([name, value]) => ({ name, value, url: desk.portal.url })))
  const page = await context.newPage()
  await page.goto(`${desk.portal.url}${asked.own}/antwort`)
  await page.getByLabel('Was möchten Sie antworten?').fill('Hier ist es.')
  const { content } = await fileOf('jpeg', 'dateien', 'wurzel.jpg')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'wurzel.jpg', mimeType: 'image/jpeg', buffer: content })
  await page.getByRole('link', { name: 'wurzel.jpg' }).waitFor()
  expect(await page.getByLabel('Was möchten Sie antworten?').inputValue()).toBe('Hier ist es.')
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await page.getByText('Ihre Antwort ist bei uns angekommen.').waitFor()
  await context.close()
})
