import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#core/crypto/password.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { browserOf, ines, lastMail, type Resident, sessionOf, signedInResident } from '../browser.fixture.ts'
import { identify } from '../sessions/identify.ts'

const before = 'Pinsel Lampe Wolke Gurke'
const after = 'Nebel Kaktus Treppe Sieb'
const address = '/konto/passwort-vergessen'

let portal: TestPortal
let resident: Resident
beforeAll(async () => {
  portal = await startPortal()
  resident = await signedInResident(portal, { ...ines, passwordHash: await hashPassword(before) })
})
afterAll(() => portal.stop())
beforeEach(() => portal.clock.advance(900_000))
afterEach(() => portal.work())

const signIn = async (password: string) =>
  (await browserOf(portal).post('/konto/anmelden', { email: ines.email, password })).status

test('a new password by mail: the old one and all sessions are dead, the owner is told', async () => {
  const browser = browserOf(portal)
  const asked = await browser.submit(address, { email: ines.email })
  expect(asked.body).toContain('Wir haben Ihnen eine E-Mail geschickt')
  const mail = await lastMail(portal, ines.email)
  expect(mail!.path).toMatch(/^\/konto\/passwort\/[\w-]{43}$/)
  expect(await identify(portal.services)(sessionOf(resident.browser)!)).toBeDefined()

  const easy = await browser.post(mail!.path, { password: 'InesHartwig2026' })
  expect(easy.status).toBe(422)
  expect(easy.body).toContain('leicht zu erraten')
  portal.clock.advance(1000)
  const set = await browser.submit(mail!.path, { password: after })
  expect(set.body).toContain('Ihr neues Passwort gilt')

  expect(await identify(portal.services)(sessionOf(resident.browser)!)).toBeUndefined()
  expect([await signIn(before), await signIn(after)]).toEqual([422, 303])
  expect((await lastMail(portal, ines.email))!.subject).toBe('Online-Service: Ihr Passwort wurde geändert')
  expect((await browserOf(portal).get(mail!.path)).status).toBe(410)
})

test('of two links the second is dead once the first was used', async () => {
  const paths: string[] = []
  for (const _ of [1, 2]) {
    portal.clock.advance(1000)
    await browserOf(portal).post(address, { email: ines.email })
    paths.push((await lastMail(portal, ines.email))!.path)
  }
  expect(new Set(paths).size).toBe(2)
  expect((await browserOf(portal).post(paths[1]!, { password: before })).status).toBe(303)
  expect((await browserOf(portal).get(paths[0]!)).status).toBe(410)
})

test('the link holds one hour', async () => {
  await browserOf(portal).post(address, { email: ines.email })
  const { path } = (await lastMail(portal, ines.email))!
  portal.clock.advance(3_600_000 - 1000)
  expect((await browserOf(portal).get(path)).status).toBe(200)
  portal.clock.advance(1000)
  expect((await browserOf(portal).get(path)).status).toBe(410)
})

test('an unknown address: same answer, and a mail that says so to whoever reads it', async () => {
  const known = await browserOf(portal).submit(address, { email: ines.email })
  const unknown = await browserOf(portal).submit(address, { email: 'wer@example.org' })
  expect(unknown.status).toBe(known.status)
  expect(comparable(unknown.body)).toBe(comparable(known.body))
  expect((await lastMail(portal, 'wer@example.org'))!.subject).toContain('gibt es kein Konto')
})

test('a link to confirm an account opens no way to a password', async () => {
  await browserOf(portal).post('/konto/registrieren', { name: '', email: 'neu@example.org', password: after })
  const { path } = (await lastMail(portal, 'neu@example.org'))!
  const token = path.split('/').at(-1)
  expect((await browserOf(portal).get(`/konto/passwort/${token}`)).status).toBe(410)
})

function comparable(text: string): string {
  return text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/name="_csrf" value="[^"]+"/g, '')
}
