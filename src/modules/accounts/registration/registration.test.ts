import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'
import {
  browserOf,
  ines,
  inSystem,
  lastMail,
  sessionOf,
  signedInResident,
  type TestBrowser,
} from '../browser.fixture.ts'
import { identify } from '../sessions/identify.ts'
import { answerRequest } from './answer-request.job.ts'

const password = 'Treppe-7-Kaktus-Nebel'
const address = '/konto/registrieren'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())
beforeEach(() => portal.clock.advance(900_000))

const register = (browser: TestBrowser, email: string, more: Record<string, string> = {}, to = address) =>
  browser.post(to, { name: 'Jannik Prell', email, password, ...more })

const countAccounts = () =>
  inSystem(portal, async db => (await db.selectFrom('accounts').select('id').execute()).length)

test('from the form over the mail to the account, in the town she came from', async () => {
  const browser = browserOf(portal)
  const asked = await register(
    browser,
    'Jannik.Prell@Example.org',
    {},
    `${address}?zurueck=/leuna/leistungen`,
  )
  expect([asked.status, asked.location]).toEqual([
    303,
    '/konto/erledigt/registrierung?zurueck=%2Fleuna%2Fleistungen',
  ])
  expect((await browser.get(asked.location!)).body).toContain('Wir haben Ihnen eine E-Mail geschickt')
  expect(await countAccounts()).toBe(0)

  const mail = await lastMail(portal, 'jannik.prell@example.org')
  expect(mail!.subject).toBe('Stadt Leuna: Bestätigen Sie Ihre E-Mail-Adresse')
  expect(mail!.path).toMatch(/^\/konto\/bestaetigen\/[\w-]{43}$/)
  expect(mail!.body).not.toContain(password)

  // A mail scanner opens the link, twice; nothing comes of it.
  for (const _ of [1, 2]) expect((await browserOf(portal).get(mail!.path)).status).toBe(200)
  expect(await countAccounts()).toBe(0)

  const elsewhere = browserOf(portal)
  const confirmed = await elsewhere.post(mail!.path, { email: 'jannik.prell@example.org', password })
  expect([confirmed.status, confirmed.location]).toEqual([303, '/leuna/leistungen'])
  const identity = await identify(portal.services)(sessionOf(elsewhere)!)
  expect(identity).toMatchObject({ name: 'Jannik Prell', portal: 'leuna' })
  expect(await countAccounts()).toBe(1)

  const again = await browserOf(portal).get(mail!.path)
  expect(again.status).toBe(410)
  expect(again.body).toContain('Dieser Link gilt nicht mehr')
})

test('who follows the link without the chosen password makes no account', async () => {
  await register(browserOf(portal), 'ortrun.balke@example.org')
  const mail = await lastMail(portal, 'ortrun.balke@example.org')
  const before = await countAccounts()
  const answer = await browserOf(portal).post(mail!.path, {
    email: 'ortrun.balke@example.org',
    password: 'ihr eigenes, anderes',
  })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Dieses Passwort passt nicht zu diesem Link')
  expect(await countAccounts()).toBe(before)
})

test('two people ask for one address: whoever reads its mails gets the account, with her own password', async () => {
  const email = 'zwei@example.org'
  await register(browserOf(portal), email)
  const own = await lastMail(portal, email)
  portal.clock.advance(60_000)
  await register(browserOf(portal), email, { password: 'gelegt von einem Fremden' })
  const foreign = await lastMail(portal, email)
  expect(foreign!.path).not.toBe(own!.path)
  expect((await browserOf(portal).post(own!.path, { email, password })).status).toBe(303)
  const late = await browserOf(portal).post(foreign!.path, { email, password: 'gelegt von einem Fremden' })
  expect(late.status).toBe(410)
})

test('an address with an account: same status, same page, and its owner is told', async () => {
  await signedInResident(portal)
  const [known, unknown] = [browserOf(portal), browserOf(portal)]
  const taken = await register(known, ines.email)
  const free = await register(unknown, 'frei@example.org')
  expect([taken.status, taken.location]).toEqual([free.status, free.location])
  expect(comparable((await known.get(taken.location!)).body)).toBe(
    comparable((await unknown.get(free.location!)).body),
  )
  const mail = await lastMail(portal, ines.email)
  expect(mail!.subject).toBe('Online-Service: Sie haben schon ein Konto')
  expect(mail!.path).toBe('/konto/anmelden')
})

test('the link holds 24 hours', async () => {
  const email = 'spaet@example.org'
  await register(browserOf(portal), email)
  const mail = await lastMail(portal, email)
  portal.clock.advance(86_400_000 - 1000)
  expect((await browserOf(portal).get(mail!.path)).status).toBe(200)
  portal.clock.advance(1000)
  expect((await browserOf(portal).get(mail!.path)).status).toBe(410)
  expect((await browserOf(portal).get(`/konto/bestaetigen/${'x'.repeat(43)}`)).status).toBe(410)
})

test('the job answers a request once, however often it runs', async () => {
  await register(browserOf(portal), 'einmal@example.org')
  const [{ id } = { id: '' }] = await inSystem(portal, db =>
    db.selectFrom('account_requests').select('id').where('token_hash', 'is', null).execute(),
  )
  const run = () => answerRequest.run(portal.services, { request: id })
  await Promise.all([run(), run()])
  await run()
  await portal.work()
  const mails = await inSystem(portal, db =>
    db.selectFrom('demo_mails').select('subject').where('recipient', '=', 'einmal@example.org').execute(),
  )
  expect(mails).toHaveLength(1)
})

test('every fault is said at once, beside its field and on top, and the input is kept', async () => {
  const answer = await register(browserOf(portal), 'ines.hartwig', { name: 'Ines <b>', password: 'kurz' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('<title>Fehler: Konto anlegen')
  for (const words of ['Schreiben Sie den Namen', 'muss vollständig sein', 'mindestens 12 Zeichen haben'])
    expect(answer.body.split(words)).toHaveLength(3)
  expect(answer.body).toContain('value="Ines &lt;b>"')
  expect(answer.body).not.toContain('kurz')
})

test('nobody can have a stranger flooded with mails', async () => {
  const browser = browserOf(portal)
  for (const _ of [1, 2, 3]) expect((await register(browser, 'opfer@example.org')).status).toBe(303)
  const stopped = await register(browser, 'opfer@example.org')
  expect(stopped.status).toBe(429)
  expect(stopped.headers['retry-after']).toMatch(/^\d+$/)
})

/** The page without what differs at every request. */
function comparable(text: string): string {
  return text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/name="_csrf" value="[^"]+"/g, '')
}
