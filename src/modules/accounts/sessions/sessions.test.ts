import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'
import {
  browserOf,
  inSystem,
  type Resident,
  sessionOf,
  signedInResident,
  signedInStaff,
  type TestBrowser,
} from '../browser.fixture.ts'
import { tidyAccounts } from '../tidy-accounts.job.ts'
import { beginSession } from './begin-session.ts'
import { identify } from './identify.ts'
import type { TrustLevel } from './session-limits.ts'

const second_ms = 1000
const minute_ms = 60_000
const hour_ms = 3_600_000

let portal: TestPortal
let resident: Resident
beforeAll(async () => {
  portal = await startPortal()
  resident = await signedInResident(portal)
})
afterAll(() => portal.stop())

const isKnown = async (id: string) => (await identify(portal.services)(id)) !== undefined
const begin = (level?: TrustLevel) =>
  inSystem(portal, (db, scope) =>
    beginSession(portal.services, db, { scope, who: { account: resident.account }, level }),
  )

// BSI TR-03160-1 § 4.3, written out once more: the table in the code must not change unnoticed.
const limits: [TrustLevel, number, number][] = [
  ['basic', 60 * minute_ms, 12 * hour_ms],
  ['low', 60 * minute_ms, 12 * hour_ms],
  ['substantial', 30 * minute_ms, 2 * hour_ms],
  ['high', 5 * minute_ms, 30 * minute_ms],
]

test.each(limits)('%s: without activity it holds to the second', async (level, idle_ms) => {
  const [kept, lost] = [await begin(level), await begin(level)]
  portal.clock.advance(idle_ms - second_ms)
  expect(await isKnown(kept)).toBe(true)
  portal.clock.advance(2 * second_ms)
  expect([await isKnown(kept), await isKnown(lost)]).toEqual([true, false])
})

test.each(limits)('%s: in all it holds to the second, however active', async (level, idle_ms, total_ms) => {
  const id = await begin(level)
  const step_ms = idle_ms / 2
  for (let passed = step_ms; passed < total_ms; passed += step_ms) {
    portal.clock.advance(step_ms)
    expect(await isKnown(id)).toBe(true)
  }
  portal.clock.advance(step_ms - second_ms)
  expect(await isKnown(id)).toBe(true)
  portal.clock.advance(2 * second_ms)
  expect(await isKnown(id)).toBe(false)
})

test('staff: 60 minutes without activity, 12 hours in all', async () => {
  const idle = sessionOf(await signedInStaff(portal, 'weber@leuna.example'))!
  portal.clock.advance(hour_ms - second_ms)
  expect(await isKnown(idle)).toBe(true)
  portal.clock.advance(hour_ms + second_ms)
  expect(await isKnown(idle)).toBe(false)

  const active = sessionOf(await signedInStaff(portal, 'weber@leuna.example'))!
  for (let passed = 0; passed < 12 * hour_ms - hour_ms / 2; passed += hour_ms / 2) {
    portal.clock.advance(hour_ms / 2)
    expect(await isKnown(active)).toBe(true)
  }
  portal.clock.advance(hour_ms / 2 + second_ms)
  expect(await isKnown(active)).toBe(false)
})

test('the sign of life is written at most once a minute', async () => {
  const id = await begin()
  const seenAt = async () => {
    const hash = portal.services.keyring.hash('session', id)
    const rows = await inSystem(portal, db =>
      db.selectFrom('sessions').select('seen_at').where('id_hash', '=', hash).execute(),
    )
    return rows[0]!.seen_at.getTime()
  }
  const start = await seenAt()
  portal.clock.advance(minute_ms)
  await isKnown(id)
  expect(await seenAt()).toBe(start)
  portal.clock.advance(second_ms)
  await isKnown(id)
  expect(await seenAt()).toBe(start + minute_ms + second_ms)
})

test('disabled staff are refused at the next request', async () => {
  const haase = await signedInStaff(portal, 'haase@leuna.example')
  const id = sessionOf(haase)!
  expect(await isKnown(id)).toBe(true)
  await inSystem(portal, async (_, scope) => {
    const { inScope } = await import('#core/db/database.ts')
    const leuna = { ...scope, tenant: 'leuna' as never }
    await inScope(portal.services.database, leuna, db =>
      db
        .updateTable('staff')
        .set({ disabled_at: scope.now })
        .where('tenant_id', '=', 'leuna')
        .where('email', '=', 'haase@leuna.example')
        .execute(),
    )
  })
  expect(await isKnown(id)).toBe(false)
})

test.each(['', 'x', 'x'.repeat(43), '../../etc', '%00'])('the id "%s" is nobody', async id => {
  expect(await isKnown(id)).toBe(false)
})

test('one query finds session and person: the database is asked three times in all', async () => {
  const id = sessionOf(await signedInStaff(portal, 'kern@leuna.example'))!
  const { pool } = portal.services.database
  const asked: unknown[] = []
  const client = await pool.connect()
  const original = client.query
  client.query = ((...given: unknown[]) => {
    asked.push(given[0])
    return (original as (...all: unknown[]) => unknown).apply(client, given)
  }) as typeof client.query
  client.release()
  await isKnown(id)
  client.query = original
  // begin with its settings, the query, commit
  expect(asked).toHaveLength(3)
})

const list = '/konto/daten/anmeldungen'

test('own sessions can be seen and ended, one by one and all others at once', async () => {
  const here = (await signedInResident(portal, { email: 'a@example.org', name: 'Anna' })) satisfies Resident
  const more = async (): Promise<TestBrowser> =>
    inSystem(portal, async (db, scope) =>
      browserOf(portal, await beginSession(portal.services, db, { scope, who: { account: here.account } })),
    )
  const [phone, tablet] = [await more(), await more()]
  const page = await here.browser.get(list)
  expect(page.body.match(/\/konto\/daten\/anmeldungen\/[0-9a-f]{64}\/ende/g)).toHaveLength(2)
  expect(page.body).toContain('Dieser Browser')

  const hash = portal.services.keyring.hash('session', sessionOf(phone)!).toString('hex')
  const ended = await here.browser.post(`${list}/${hash}/ende`, {}, list)
  expect([ended.status, ended.location]).toEqual([303, list])
  expect(await Promise.all([phone, tablet].map(one => isKnown(sessionOf(one)!)))).toEqual([false, true])

  await here.browser.post(`${list}/andere/ende`, {}, list)
  expect(await isKnown(sessionOf(tablet)!)).toBe(false)
  expect(await isKnown(sessionOf(here.browser)!)).toBe(true)
})

test('a foreign session cannot be ended and answers like an unknown one', async () => {
  const stranger = await signedInResident(portal, { email: 'b@example.org', name: 'Bernd' })
  const victim = await begin()
  const hash = portal.services.keyring.hash('session', victim).toString('hex')
  const foreign = await stranger.browser.post(`${list}/${hash}/ende`, {}, '/konto/abmelden')
  const unknown = await stranger.browser.post(`${list}/${'0'.repeat(64)}/ende`, {}, '/konto/abmelden')
  expect([foreign.status, unknown.status]).toEqual([404, 404])
  expect(await isKnown(victim)).toBe(true)
})

test('at night what is over leaves the database', async () => {
  await begin()
  portal.clock.advance(13 * hour_ms)
  const open = await begin()
  await tidyAccounts.run(portal.services, {})
  const rows = await inSystem(portal, db => db.selectFrom('sessions').select('id_hash').execute())
  expect(rows.map(row => row.id_hash)).toEqual([portal.services.keyring.hash('session', open)])
})
