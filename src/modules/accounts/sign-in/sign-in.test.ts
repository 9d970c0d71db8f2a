import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#core/crypto/password.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import {
  browserOf,
  ines,
  inSystem,
  sessionOf,
  signedInResident,
  type TestBrowser,
} from '../browser.fixture.ts'
import { identify } from '../sessions/identify.ts'
import { deleteSessionsOf } from '../sessions/session-store.ts'

const password = 'Pinsel Lampe Wolke Gurke'
const address = '/konto/anmelden'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
  await signedInResident(portal, { ...ines, passwordHash: await hashPassword(password) })
})
afterAll(() => portal.stop())
// Each test begins with fresh counts of tries.
beforeEach(() => portal.clock.advance(900_000))

const who = (browser: TestBrowser) => identify(portal.services)(sessionOf(browser) ?? '')
const signIn = (browser: TestBrowser, more: { email?: string; password?: string } = {}, to = address) =>
  browser.post(to, { email: ines.email, password, ...more })

test('a resident signs in, however she writes her address', async () => {
  const browser = browserOf(portal)
  const answer = await signIn(browser, { email: ' Ines.Hartwig@Example.ORG ' })
  expect([answer.status, answer.location]).toEqual([303, '/konto'])
  const identity = await who(browser)
  expect(identity).toMatchObject({ name: 'Ines Hartwig', scope: { account: expect.any(String) } })
  expect(identity!.scope.tenant).toBeUndefined()
})

test('the database does not hold the id of the cookie', async () => {
  const browser = browserOf(portal)
  await signIn(browser)
  const rows = await inSystem(portal, db => db.selectFrom('sessions').select('id_hash').execute())
  const id = sessionOf(browser)!
  expect(Buffer.from(id, 'base64url')).toHaveLength(32)
  const stored = rows.flatMap(row => [row.id_hash.toString('base64url'), row.id_hash.toString('utf8')])
  expect(stored).not.toContain(id)
})

test('the cookie is out of reach for scripts and other sites', async () => {
  const answer = await signIn(browserOf(portal))
  const [line] = answer.headers['set-cookie']!.filter(one => one.startsWith('torhaus-session='))
  expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('wrong password and unknown address: same status, same page', async () => {
  const browser = browserOf(portal)
  const wrong = await signIn(browser, { password: 'Pinsel Lampe Wolke Gurken' })
  const unknown = await signIn(browser, { email: 'niemand.nirgend@example.org' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(comparable(wrong.body, ines.email)).toBe(comparable(unknown.body, 'niemand.nirgend@example.org'))
  expect(wrong.body).toContain('<title>Fehler: Anmelden')
  expect(wrong.body).toContain(ines.email)
  expect(wrong.body).not.toContain('Gurken')
})

test('signing in gives a new id; the one before is dead, also one that someone planted', async () => {
  const browser = browserOf(portal, 'planted'.padEnd(43, 'x'))
  await signIn(browser)
  const first = sessionOf(browser)!
  expect(first).not.toContain('planted')
  await browser.get(`${address}?zurueck=/konto/daten/email`)
  await signIn(browser, {}, `${address}?zurueck=/konto/daten/email`)
  const second = sessionOf(browser)!
  expect(second).not.toBe(first)
  expect(await identify(portal.services)(first)).toBeUndefined()
  expect(await identify(portal.services)(second)).toBeDefined()
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const browser = browserOf(portal)
  await signIn(browser)
  const id = sessionOf(browser)!
  const page = await browser.get('/konto/abmelden')
  expect(page.body).toContain('Möchten Sie sich abmelden?')
  expect(await identify(portal.services)(id)).toBeDefined()
  const done = await browser.submit('/konto/abmelden', {})
  expect(done.body).toContain('Sie sind abgemeldet')
  expect(sessionOf(browser)).toBeUndefined()
  expect(await identify(portal.services)(id)).toBeUndefined()
})

test.each([
  ['/leuna/antrag/baumfaellung', '/leuna/antrag/baumfaellung'],
  ['//evil.example/', '/konto'],
  ['/\\evil.example', '/konto'],
  ['https://evil.example/', '/konto'],
  ['javascript:alert(1)', '/konto'],
  ['/leuna/\r\nLocation: https://evil.example', '/konto'],
  ['/.\\evil.example', '/konto'],
])('after signing in with zurueck=%s it goes on to %s', async (back, place) => {
  const answer = await signIn(browserOf(portal), {}, `${address}?zurueck=${encodeURIComponent(back)}`)
  expect(answer.location).toBe(place)
})

test('the town she came from stays with the session', async () => {
  const cases = [
    [`${address}?zurueck=/merseburg/leistungen`, 'merseburg'],
    [`${address}?portal=leuna`, 'leuna'],
    [`${address}?portal=atlantis`, undefined],
  ] as const
  for (const [to, slug] of cases) {
    const browser = browserOf(portal)
    await signIn(browser, {}, to)
    expect((await who(browser))?.portal).toBe(slug)
  }
})

test('a form without its token is refused', async () => {
  const browser = browserOf(portal)
  await browser.get(address)
  const answer = await browser.post(address, { email: ines.email, password, _csrf: 'x'.repeat(86) })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(sessionOf(browser)).toBeUndefined()
})

test('a stranger who guesses is stopped, and the owner still gets in from elsewhere', async () => {
  const stranger = browserOf(portal)
  for (let tries = 1; tries <= 10; tries++) {
    const answer = await signIn(stranger, { password: `geraten ${tries}` })
    expect(answer.status).toBe(422)
  }
  const stopped = await signIn(stranger)
  expect(stopped.status).toBe(429)
  const seconds = Number(stopped.headers['retry-after'])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(900)
  expect(stopped.body).toMatch(/Versuchen Sie es um \d\d:\d\d Uhr noch einmal/)
  expect(stopped.body).toContain(ines.email)

  const { signIn: action } = await import('./sign-in.ts')
  const elsewhere = { email: ines.email, password, client: Buffer.from('another address') }
  const scope = { now: portal.clock.now() }
  expect(await action(portal.services, scope, elsewhere)).toMatchObject({ kind: 'signed-in' })

  portal.clock.advance(seconds * 1000)
  expect((await signIn(stranger)).status).toBe(303)
})

test('guesses from many addresses at one account stop at 25 in 15 minutes', async () => {
  const { secondsToWait } = await import('./count-try.ts')
  const scope = { now: portal.clock.now() }
  const guess = (client: number) =>
    secondsToWait(portal.services, scope, {
      action: 'sign-in',
      about: 'x@y.zz',
      client: Buffer.from([client]),
    })
  for (let client = 1; client <= 25; client++) expect(await guess(client)).toBeUndefined()
  expect(await guess(26)).toBeGreaterThan(0)
})

test('a password changed in the same moment does not let the old one in', async () => {
  const { findLogin, noteLogin, setPassword } = await import('../account-store.ts')
  const noted = await inSystem(portal, async (db, scope) => {
    const login = (await findLogin(db, scope, ines.email))!
    await setPassword(db, scope, { account: login.id, passwordHash: 'newer' })
    await deleteSessionsOf(db, scope, { account: login.id })
    const isNoted = await noteLogin(db, scope, { account: login.id, passwordHash: login.passwordHash })
    await setPassword(db, scope, { account: login.id, passwordHash: login.passwordHash! })
    return isNoted
  })
  expect(noted).toBe(false)
})

/** The page without what differs at every request: nonce, token, and the address itself. */
function comparable(text: string, email: string): string {
  return text
    .replaceAll(email, '…')
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(/name="_csrf" value="[^"]+"/g, '')
}
