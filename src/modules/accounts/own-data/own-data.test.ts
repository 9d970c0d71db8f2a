import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#core/crypto/password.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import {
  browserOf,
  ines,
  inSystem,
  lastMail,
  type Resident,
  sessionOf,
  signedInResident,
  type TestBrowser,
} from '../browser.fixture.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { identify } from '../sessions/identify.ts'

const password = 'Pinsel Lampe Wolke Gurke'
const minute_ms = 60_000

let portal: TestPortal
let resident: Resident
beforeAll(async () => {
  portal = await startPortal()
  resident = await signedInResident(portal, { ...ines, passwordHash: await hashPassword(password) })
})
afterAll(() => portal.stop())
beforeEach(async () => {
  portal.clock.advance(15 * minute_ms)
  resident = { ...resident, browser: await anotherBrowser(resident) }
})

const anotherBrowser = ({ account }: Resident): Promise<TestBrowser> =>
  inSystem(portal, async (db, scope) =>
    browserOf(portal, await beginSession(portal.services, db, { scope, who: { account }, portal: 'leuna' })),
  )
const isKnown = async (browser: TestBrowser) =>
  (await identify(portal.services)(sessionOf(browser) ?? '')) !== undefined
const accountOf = ({ account }: Resident) =>
  inSystem(portal, db => db.selectFrom('accounts').selectAll().where('id', '=', account).executeTakeFirst())

const pages = ['', '/angaben', '/email', '/passwort', '/passkeys/neu', '/anmeldungen', '/loeschen']

test.each(pages)('/konto/daten%s: strangers are sent to sign in and come back', async path => {
  const answer = await browserOf(portal).get(`/konto/daten${path}`)
  expect([answer.status, answer.location]).toEqual([
    303,
    `/konto/anmelden?zurueck=${encodeURIComponent(`/konto/daten${path}`)}`,
  ])
})

test.each(pages)('/konto/daten%s shows the head of her town, in three languages', async path => {
  for (const [language, title] of [
    ['de', 'Stadt Leuna'],
    ['de-leicht', 'Stadt Leuna'],
    ['en', 'Stadt Leuna'],
  ]) {
    const page = await resident.browser.get(`/konto/daten${path}?sprache=${language}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain(title)
    expect(page.body).not.toMatch(/\{\w+\}/)
  }
})

test('"Mein Konto" begins with the applications', async () => {
  expect((await resident.browser.get('/konto')).location).toBe('/konto/antraege')
})

test('name and language are changed; the mails follow the language', async () => {
  const done = await resident.browser.submit('/konto/daten/angaben', {
    name: ' Ines  Hartwig-Nuss ',
    language: 'en',
  })
  expect(done.body).toContain('Ihre Angaben sind gespeichert')
  expect(await accountOf(resident)).toMatchObject({ name: 'Ines Hartwig-Nuss', language: 'en' })
  const bad = await resident.browser.post('/konto/daten/angaben', { name: '<script>', language: 'en' })
  expect(bad.status).toBe(422)
  expect(bad.body).toContain('value="&lt;script>"')
  await resident.browser.post('/konto/daten/angaben', { name: ines.name, language: 'de' })
})

test('a new address counts once its link is followed; the old one is told', async () => {
  const asked = await resident.browser.submit('/konto/daten/email', { email: 'Ines.Neu@example.org' })
  expect(asked.body).toContain('E-Mail an die neue Adresse geschickt')
  expect((await accountOf(resident))!.email).toBe(ines.email)
  const mail = await lastMail(portal, 'ines.neu@example.org')
  expect(mail!.path).toMatch(/^\/konto\/neue-adresse\/[\w-]{43}$/)
  for (const _ of [1, 2]) await browserOf(portal).get(mail!.path)
  expect((await accountOf(resident))!.email).toBe(ines.email)

  const done = await browserOf(portal).post(mail!.path, {})
  expect(done.location).toBe('/konto/daten?geaendert=email')
  expect((await accountOf(resident))!.email).toBe('ines.neu@example.org')
  const told = await lastMail(portal, ines.email)
  expect(told!.subject).toContain('E-Mail-Adresse wurde geändert')
  expect(told!.path).toBe('/leuna/hilfe')
  expect((await browserOf(portal).post(mail!.path, {}, '/konto/anmelden')).status).toBe(410)
  await inSystem(portal, db => db.updateTable('accounts').set({ email: ines.email }).execute())
})

test('an address that has an account: same answer, no change, and its owner is told', async () => {
  const other = await signedInResident(portal, { email: 'ortrun.balke@example.org', name: 'Ortrun Balke' })
  const asked = await resident.browser.post('/konto/daten/email', { email: 'ortrun.balke@example.org' })
  expect(asked.location).toBe('/konto/erledigt/neue-adresse')
  const mail = await lastMail(portal, 'ortrun.balke@example.org')
  expect(mail!.subject).toContain('hat schon ein Konto')
  expect((await accountOf(other))!.email).toBe('ortrun.balke@example.org')
})

test('an address that got an account meanwhile is not taken over', async () => {
  await resident.browser.post('/konto/daten/email', { email: 'begehrt@example.org' })
  const mail = await lastMail(portal, 'begehrt@example.org')
  await signedInResident(portal, { email: 'begehrt@example.org', name: 'Jannik Prell' })
  expect((await browserOf(portal).post(mail!.path, {})).status).toBe(410)
  expect((await accountOf(resident))!.email).toBe(ines.email)
})

test('a new password ends all other sessions and gives this browser a new id', async () => {
  const elsewhere = await anotherBrowser(resident)
  const before = sessionOf(resident.browser)!
  const easy = await resident.browser.post('/konto/daten/passwort', { password: 'Hartwig123456' })
  expect(easy.status).toBe(422)
  const done = await resident.browser.submit('/konto/daten/passwort', {
    password: 'Nebel Kaktus Treppe Sieb',
  })
  expect(done.body).toContain('Ihr neues Passwort gilt')
  expect(sessionOf(resident.browser)).not.toBe(before)
  expect(await identify(portal.services)(before)).toBeUndefined()
  expect([await isKnown(elsewhere), await isKnown(resident.browser)]).toEqual([false, true])
  const told = await lastMail(portal, ines.email)
  expect(told!.subject).toBe('Stadt Leuna: Ihr Passwort wurde geändert')
  expect(told!.path).toBe('/konto/passwort-vergessen')
})

test.each(['/email', '/passwort', '/loeschen', '/passkeys/neu'])(
  '/konto/daten%s asks for a recent sign-in, and gives time to fill in the form',
  async path => {
    const place = `/konto/daten${path}`
    portal.clock.advance(15 * minute_ms)
    expect((await resident.browser.get(place)).status).toBe(200)
    portal.clock.advance(1000)
    const asked = await resident.browser.get(place)
    expect(asked.location).toBe(`/konto/anmelden?zurueck=${encodeURIComponent(place)}&portal=leuna`)
    const form = await resident.browser.get(asked.location!)
    expect(form.body).toContain('Noch einmal anmelden')
    expect(form.body).toContain(ines.email)

    const wrong = await resident.browser.post(asked.location!, { email: ines.email, password: 'falsch' })
    expect(wrong.status).toBe(422)
    expect((await resident.browser.get(place)).status).toBe(303)
    const right = { email: ines.email, password: 'Nebel Kaktus Treppe Sieb' }
    expect((await resident.browser.post(asked.location!, right)).location).toBe(place)
    expect((await resident.browser.get(place)).status).toBe(200)
  },
)

test('a form opened in time may be sent later, but not an hour later', async () => {
  await resident.browser.get('/konto/daten/passwort')
  portal.clock.advance(44 * minute_ms)
  const inTime = await resident.browser.post('/konto/daten/passwort', { password: 'kurz' }, '/konto/daten')
  expect(inTime.status).toBe(422)
  portal.clock.advance(2 * minute_ms)
  const late = { password: 'Pinsel Lampe Wolke Gurke' }
  const answer = await resident.browser.post('/konto/daten/passwort', late, '/konto/daten/angaben')
  expect(answer.location).toContain('/konto/anmelden?zurueck=')
})

test('deleting takes account, drafts and sessions along, and tells so by mail', async () => {
  const { account, browser } = await signedInResident(portal, { email: 'geht@example.org', name: 'Gerda' })
  await beginDraft(browser)
  const drafts = () =>
    inSystem(portal, db => db.selectFrom('drafts').select('id').where('account_id', '=', account).execute())
  expect(await drafts()).toHaveLength(1)

  const page = await browser.get('/konto/daten/loeschen')
  expect(page.body).toContain('Abgeschickte Anträge bleiben bei der Behörde')
  const session = sessionOf(browser)!
  const done = await browser.submit('/konto/daten/loeschen', {})
  expect(done.body).toContain('Ihr Konto ist gelöscht')
  expect(sessionOf(browser)).toBeUndefined()
  expect(await identify(portal.services)(session)).toBeUndefined()
  expect(await drafts()).toHaveLength(0)
  expect((await lastMail(portal, 'geht@example.org'))!.subject).toBe('Stadt Leuna: Ihr Konto ist gelöscht')
  const left = await inSystem(portal, db =>
    db.selectFrom('accounts').select('id').where('id', '=', account).execute(),
  )
  expect(left).toEqual([])
})

/** A real draft, begun by the form of the service's start page. */
async function beginDraft(browser: TestBrowser): Promise<void> {
  const answer = await browser.post('/leuna/antrag/baumfaellung', {})
  if (answer.status !== 303) throw new Error(`no draft was begun: ${answer.status}`)
}
