import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
import { Authenticator, type Falsified } from './authenticator.fixture.ts'

const add = '/konto/daten/passkeys/neu'
const signIn = '/konto/anmelden/passkey'

let portal: TestPortal
let resident: Resident
let key: Authenticator
const origin = () => new URL(portal.services.settings.baseUrl).origin
beforeAll(async () => {
  // Browsers make no passkeys for a bare address.
  portal = await startPortal({ environment: { HOST: 'localhost' } })
  resident = await signedInResident(portal)
  key = new Authenticator(origin())
})
afterAll(() => portal.stop())
beforeEach(async () => {
  portal.clock.advance(900_000)
  const browser = await inSystem(portal, async (db, scope) =>
    browserOf(portal, await beginSession(portal.services, db, { scope, who: { account: resident.account } })),
  )
  resident = { ...resident, browser }
})

const offerOf = async (browser: TestBrowser, path: string) => JSON.parse((await browser.get(path)).body)

async function addKey(browser: TestBrowser, made: Authenticator, falsified: Falsified = {}) {
  const { options, challenge } = await offerOf(browser, `${add}/anfrage`)
  return browser.post(add, { label: 'Mein Telefon', challenge, response: made.create(options, falsified) })
}

async function useKey(browser: TestBrowser, used: Authenticator, falsified: Falsified = {}) {
  const { options, challenge } = await offerOf(browser, signIn)
  const fields = { challenge, response: used.get(options, falsified) }
  return { fields, answer: await browser.post(signIn, fields, '/konto/anmelden') }
}

const listed = () => inSystem(portal, db => db.selectFrom('passkeys').selectAll().execute())

test('a resident adds a passkey and is told by mail', async () => {
  const answer = await addKey(resident.browser, key)
  expect([answer.status, answer.location]).toEqual([303, '/konto/daten?geaendert=passkey'])
  const page = await resident.browser.get(answer.location!)
  expect(page.body).toContain('Mein Telefon')
  expect(page.body).toContain('Der Passkey ist hinzugefügt')
  expect((await lastMail(portal, ines.email))!.subject).toContain('Ein Passkey wurde hinzugefügt')
  expect(await listed()).toMatchObject([{ account_id: resident.account, id: key.id.toString('base64url') }])
})

test('the passkey signs her in on another device, with a session of its own', async () => {
  const browser = browserOf(portal)
  const { answer } = await useKey(browser, key)
  expect([answer.status, answer.location]).toEqual([303, '/konto'])
  const identity = await identify(portal.services)(sessionOf(browser)!)
  expect(identity!.scope.account).toBe(resident.account)
  expect((await listed())[0]!.counter).toBe(key.counter)
})

test('it works while the password waits after too many guesses', async () => {
  const browser = browserOf(portal)
  for (let tries = 0; tries < 10; tries++)
    await browser.post('/konto/anmelden', { email: ines.email, password: 'geraten' })
  expect((await browser.post('/konto/anmelden', { email: ines.email, password: 'x' })).status).toBe(429)
  expect((await useKey(browser, key)).answer.status).toBe(303)
})

test('the same answer a second time is refused, even in the same browser', async () => {
  const browser = browserOf(portal)
  const { fields, answer } = await useKey(browser, key)
  expect(answer.status).toBe(303)
  // Authenticators that sync keep their counter at 0: then the challenge alone must stop a repetition.
  await inSystem(portal, db => db.updateTable('passkeys').set({ counter: 0 }).execute())
  const again = await browser.post(signIn, fields, '/konto/registrieren')
  expect(again.status).toBe(422)
})

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const forged: [string, Falsified][] = [
  ['for another challenge', { challenge: randomBytes(32).toString('base64url') }],
  ['from another origin', { origin: 'https://leuna.example.evil' }],
  ['for another host', { rpId: 'evil.example' }],
  ['of another kind', { type: 'webauthn.create' }],
  ['without PIN or finger', { unverified: true }],
  ['signed with another key', { signedWith: stranger }],
]

test.each(forged)('an answer %s does not sign in', async (_, falsified) => {
  const browser = browserOf(portal)
  const { answer } = await useKey(browser, key, falsified)
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Mit diesem Passkey hat die Anmeldung nicht geklappt')
  expect(sessionOf(browser)).toBeUndefined()
})

test.each(forged.filter(([, one]) => !one.signedWith && !one.type))(
  'an answer %s adds no passkey',
  async (_, falsified) => {
    const before = (await listed()).length
    const answer = await addKey(resident.browser, new Authenticator(origin()), falsified)
    expect(answer.status).toBe(422)
    expect((await listed()).length).toBe(before)
  },
)

test('a copied authenticator is noticed by its counter', async () => {
  await useKey(browserOf(portal), key)
  key.counter -= 2
  expect((await useKey(browserOf(portal), key)).answer.status).toBe(422)
  key.counter += 2
  expect((await useKey(browserOf(portal), key)).answer.status).toBe(303)
})

test('a challenge holds five minutes, for one browser and one purpose', async () => {
  const late = browserOf(portal)
  const { options, challenge } = await offerOf(late, signIn)
  portal.clock.advance(300_000)
  const inTime = await late.post(signIn, { challenge, response: key.get(options) }, '/konto/anmelden')
  expect(inTime.status).toBe(303)

  const later = browserOf(portal)
  const second = await offerOf(later, signIn)
  portal.clock.advance(300_001)
  const fields = { challenge: second.challenge, response: key.get(second.options) }
  expect((await later.post(signIn, fields, '/konto/anmelden')).status).toBe(422)

  const [mine, other] = [browserOf(portal), browserOf(portal)]
  const third = await offerOf(mine, signIn)
  const stolen = { challenge: third.challenge, response: key.get(third.options) }
  expect((await other.post(signIn, stolen, '/konto/anmelden')).status).toBe(422)

  const adding = await offerOf(resident.browser, `${add}/anfrage`)
  const mixed = {
    challenge: adding.challenge,
    response: key.get({ challenge: adding.options.challenge, rpId: 'localhost' }),
  }
  expect((await browserOf(portal).post(signIn, mixed, '/konto/anmelden')).status).toBe(422)
})

test('a passkey of one account cannot become one of another', async () => {
  const other = await signedInResident(portal, { email: 'ortrun.balke@example.org', name: 'Ortrun Balke' })
  expect((await addKey(other.browser, key)).status).toBe(422)
  expect((await listed()).map(one => one.account_id)).toEqual([resident.account])
})

test.each(['{', '[]', '{"id":1}', 'null', `{"id":"${'x'.repeat(50)}"}`])(
  '%s is no answer',
  async response => {
    const browser = browserOf(portal)
    const { challenge } = await offerOf(browser, signIn)
    expect((await browser.post(signIn, { challenge, response }, '/konto/anmelden')).status).toBe(422)
    const forgedSeal = { challenge: 'AAAA', response: '{}' }
    expect((await browser.post(signIn, forgedSeal, '/konto/anmelden')).status).toBe(422)
  },
)

test('a removed passkey signs nobody in; a foreign one answers like one that is not there', async () => {
  const id = key.id.toString('base64url')
  const other = await signedInResident(portal, { email: 'jannik.prell@example.org', name: 'Jannik Prell' })
  const unknown = randomBytes(32).toString('base64url')
  for (const one of [id, unknown])
    expect((await other.browser.get(`/konto/daten/passkeys/${one}/entfernen`)).status).toBe(404)
  expect(
    (await other.browser.post(`/konto/daten/passkeys/${id}/entfernen`, {}, '/konto/daten/angaben')).status,
  ).toBe(404)
  expect(await listed()).toHaveLength(1)

  const page = await resident.browser.get(`/konto/daten/passkeys/${id}/entfernen`)
  expect(page.body).toContain('Möchten Sie „Mein Telefon“ entfernen?')
  const done = await resident.browser.post(`/konto/daten/passkeys/${id}/entfernen`, {})
  expect(done.location).toBe('/konto/daten?geaendert=passkey-weg')
  expect(await listed()).toHaveLength(0)
  expect((await useKey(browserOf(portal), key)).answer.status).toBe(422)
  expect((await lastMail(portal, ines.email))!.subject).toContain('Ein Passkey wurde entfernt')
})

test('a portal reached by a bare address offers none', async () => {
  const bare = await startPortal()
  try {
    const { browser } = await signedInResident(bare)
    expect((await browserOf(bare).get('/konto/anmelden')).body).not.toContain('data-island="passkey"')
    expect((await browser.get('/konto/daten')).body).not.toContain('Passkey')
    expect((await browserOf(bare).get(signIn)).status).toBe(404)
    expect((await browser.get(`${add}/anfrage`)).status).toBe(404)
  } finally {
    await bare.stop()
  }
})
