import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Arrived, type Desk, fieldsIn, hiddenOf, startDesk } from '#modules/desk/desk.fixture.ts'
import type { Browser } from '#test/visitor/browser.ts'

let desk: Desk
let weber: Browser
let one: Arrived
let phone: Browser
beforeAll(async () => {
  desk = await startDesk()
  weber = await desk.clerk('weber')
  one = await desk.arrived()
  const { version, task, outcome } = hiddenOf(await weber.get(one.desk))
  await weber.submit(`${one.desk}/aufgabe`, { version, task, outcome })
  const url = `${one.desk}/entscheidung/grant_with_conditions`
  const confirm = await weber.submit(url, { ...fieldsIn(await weber.get(url)), tun: 'entscheiden' })
  await weber.submit(`${url}/treffen`, hiddenOf(confirm))
  await desk.portal.work()
  phone = desk.browser()
  await phone.get('/leuna/status')
  await phone.submit('/leuna/status', { code: one.code, name: 'Hartwig' })
})
afterAll(() => desk.stop())

const retrievals = () => desk.count('notices where first_retrieved_at is not null')
const noticeOf = async () =>
  new RegExp(`href="(${one.guest}/bescheid/[0-9a-f-]+)"`).exec((await phone.get(one.guest)).body)![1]!

test('looking at the application, the message or the notice is no retrieval', async () => {
  const page = await phone.get(one.guest)
  expect(page.body).toContain('Ihr Bescheid liegt bereit')
  const message = new RegExp(`href="(${one.guest}/nachricht/[0-9a-f-]+)">Der Bescheid`).exec(page.body)![1]!
  expect((await phone.get(message)).body).toContain('Das passiert, wenn Sie den Bescheid öffnen')
  const sealed = await phone.get(await noticeOf())
  expect(sealed.body).toContain('schicken wir ihn Ihnen mit der Post')
  expect(sealed.body).not.toContain('Nebenbestimmungen')
  expect((await phone.get(`${await noticeOf()}/bescheid.pdf`)).status).toBe(404)
  expect(await retrievals()).toBe(0)
})
test('nobody else can open it, and the office only looks', async () => {
  const notice = await noticeOf()
  const stranger = desk.browser()
  await stranger.get('/leuna/status')
  expect((await stranger.post(notice, {})).status).toBe(404)
  await weber.get(one.desk)
  expect((await weber.post(notice, {})).status).toBe(404)
  const office = /href="(\/amt\/vorgang\/[^"]+\/bescheid\/[^"]+)"/.exec((await weber.get(one.desk)).body)![1]!
  expect((await weber.get(office)).headers['content-type']).toBe('application/pdf')
  expect(await retrievals()).toBe(0)
})
test('the press opens it once; what it means stands first, the dates to the day', async () => {
  const notice = await noticeOf()
  await phone.get(notice)
  const opened = await phone.submit(notice, {})
  expect(opened.path).toBe(notice)
  expect(opened.body).toContain('Sie dürfen die beantragten Arbeiten ausführen')
  expect(opened.body).toContain('Am 24. November 2026 gilt er als bekannt gegeben.')
  expect(opened.body).toContain('Sie können bis zum 24. Dezember 2026 Widerspruch erheben.')
  expect(opened.body).toContain('<article class="th-stack" lang="de">')
  desk.portal.clock.advance(3_600_000)
  expect((await phone.post(notice, {})).status).toBe(303)
  expect(await retrievals()).toBe(1)
  expect((await phone.get(`${notice}/bescheid.pdf`)).body.slice(0, 5)).toBe('%PDF-')
  const english = await phone.get(`${notice}?sprache=en`)
  expect(english.body).toContain('What this means for you')
  expect(english.body).toContain('Rechtsbehelfsbelehrung')
})
