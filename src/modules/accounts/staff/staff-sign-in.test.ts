import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { inTenant } from '#core/db/scope.ts'
import { newId, type StaffId, type TenantId } from '#core/ids.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { browserOf, demoPassword, inSystem, sessionOf } from '../browser.fixture.ts'
import { identify } from '../sessions/identify.ts'
import { listColleagues, staffNames } from './staff-store.ts'

const address = '/amt/anmelden'
const weber = { email: 'weber@leuna.example', password: demoPassword }

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())
beforeEach(() => portal.clock.advance(900_000))

const within = <T>(tenant: string, work: Parameters<typeof inScope<T>>[2]) =>
  inScope(portal.services.database, inTenant({ now: portal.clock.now() }, tenant as TenantId), work)

test('a clerk signs in and is known as staff of her authority, with offices and roles', async () => {
  const browser = browserOf(portal)
  const answer = await browser.post(address, weber)
  expect([answer.status, answer.location]).toEqual([303, '/amt'])
  const identity = await identify(portal.services)(sessionOf(browser)!)
  expect(identity).toMatchObject({
    name: 'Jonas Weber',
    portal: 'leuna',
    scope: {
      tenant: 'leuna',
      staff: { name: 'Jonas Weber', roles: ['clerk'], offices: [{ id: 'ordnung', supervisor: false }] },
    },
  })
  expect(identity!.scope.account).toBeUndefined()
  const events = await within('leuna', db =>
    db.selectFrom('events').select(['name', 'actor_id']).where('name', '=', 'staff.signed_in').execute(),
  )
  expect(events).toEqual([{ name: 'staff.signed_in', actor_id: identity!.scope.staff!.id }])
})

test('wrong password, unknown address and disabled staff look the same', async () => {
  await within('leuna', db =>
    db
      .updateTable('staff')
      .set({ disabled_at: new Date() })
      .where('email', '=', 'haase@leuna.example')
      .execute(),
  )
  const tries = [
    { ...weber, password: 'Torhaus-Demo-2025' },
    { ...weber, email: 'wer@leuna.example' },
    { email: 'haase@leuna.example', password: demoPassword },
  ]
  const pages = await Promise.all(
    tries.map(async one => {
      const answer = await browserOf(portal).post(address, one)
      expect(answer.status).toBe(422)
      return answer.body
        .replaceAll(one.email, '…')
        .replaceAll(/nonce="[^"]+"/g, '')
        .replaceAll(/name="_csrf" value="[^"]+"/g, '')
    }),
  )
  expect(new Set(pages).size).toBe(1)
})

test('guessing at a desk stops as well', async () => {
  const browser = browserOf(portal)
  for (let tries = 0; tries < 10; tries++) await browser.post(address, { ...weber, password: 'geraten' })
  const stopped = await browser.post(address, weber)
  expect(stopped.status).toBe(429)
  expect(stopped.headers['retry-after']).toMatch(/^\d+$/)
})

test('who works for two authorities says for which one, and learns it only with the right password', async () => {
  const passwordHash = await hashPassword(demoPassword)
  await within('merseburg', db =>
    db
      .insertInto('staff')
      .values({
        tenant_id: 'merseburg',
        id: newId<StaffId>(portal.clock.now()),
        email: weber.email,
        name: 'Jonas Weber',
        roles: ['clerk'],
        password_hash: passwordHash,
      })
      .execute(),
  )
  const wrong = await browserOf(portal).post(address, { ...weber, password: 'geraten' })
  expect(wrong.body).not.toContain('Stadt Merseburg')

  const browser = browserOf(portal)
  const asked = await browser.post(address, weber)
  expect(asked.status).toBe(422)
  expect(asked.body).toContain('Bei welcher Behörde möchten Sie arbeiten?')
  expect(sessionOf(browser)).toBeUndefined()
  await browser.post(address, { ...weber, tenant: 'merseburg' })
  const identity = await identify(portal.services)(sessionOf(browser)!)
  expect(identity).toMatchObject({ portal: 'merseburg', scope: { tenant: 'merseburg' } })
  expect((await browserOf(portal).post(address, { ...weber, tenant: 'saalekreis' })).status).toBe(422)
})

test('colleagues are those of one office who still work there; names stay known', async () => {
  const scope = inTenant({ now: portal.clock.now() }, 'leuna' as TenantId)
  const colleagues = await within('leuna', db => listColleagues(db, scope, 'ordnung'))
  expect(colleagues.map(one => [one.name, one.supervisor])).toEqual([
    ['Jonas Weber', false],
    ['Petra Kern', true],
  ])
  const left = await within('leuna', db =>
    db.selectFrom('staff').select('id').where('name', '=', 'Birgit Haase').execute(),
  )
  const id = left[0]!.id as StaffId
  expect([...(await within('leuna', db => staffNames(db, scope, [id, id])))]).toEqual([[id, 'Birgit Haase']])
  const elsewhere = inTenant(scope, 'merseburg' as TenantId)
  expect([...(await within('merseburg', db => staffNames(db, elsewhere, [id])))]).toEqual([])
})

test('staff are no residents: the account stays shut, and signing in as a resident ends the desk', async () => {
  const browser = browserOf(portal)
  await browser.post(address, { ...weber, tenant: 'leuna' })
  const desk = sessionOf(browser)!
  expect((await browser.get('/konto/daten')).location).toContain('/konto/anmelden')
  await inSystem(portal, async (db, scope) =>
    db
      .insertInto('accounts')
      .values({
        id: newId(scope.now),
        email: 'jw@example.org',
        password_hash: await hashPassword('Pinsel Lampe Wolke'),
      })
      .execute(),
  )
  await browser.post('/konto/anmelden', { email: 'jw@example.org', password: 'Pinsel Lampe Wolke' })
  expect(await identify(portal.services)(desk)).toBeUndefined()
})
