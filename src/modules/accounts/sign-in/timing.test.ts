import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#core/crypto/password.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser } from '#test/visitor/browser.ts'
import { ines, signedInResident } from '../browser.fixture.ts'

const rounds = 30
/** |z| beyond this comes by chance once in two thousand runs. */
const chance = 3.5

let portal: TestPortal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal()
  await signedInResident(portal, { ...ines, passwordHash: await hashPassword('Pinsel Lampe Wolke Gurke') })
  browser = openBrowser(portal.url)
})
afterAll(async () => {
  browser.close()
  await portal.stop()
})

const password = 'Treppe-7-Kaktus-Nebel'
const questions: [string, string, (email: string) => Record<string, string>, [string, string]][] = [
  ['sign-in', '/konto/anmelden', email => ({ email, password }), [ines.email, 'nein.hartwig@example.org']],
  [
    'registration',
    '/konto/registrieren',
    email => ({ name: '', email, password }),
    [ines.email, 'x.hartwig@example.org'],
  ],
  [
    'forgotten password',
    '/konto/passwort-vergessen',
    email => ({ email }),
    [ines.email, 'y.hartwig@example.org'],
  ],
  [
    'sign-in of staff',
    '/amt/anmelden',
    email => ({ email, password }),
    ['weber@leuna.example', 'wegen@leuna.example'],
  ],
]

test.each(questions)(
  '%s: time does not tell whether the address is known (S-15)',
  async (_, path, fields, [known, unknown]) => {
    await browser.get(path)
    const [one, other] = await measure(
      () => browser.post(path, fields(known)),
      () => browser.post(path, fields(unknown)),
    )
    expect(Math.abs(difference(one, other))).toBeLessThan(chance)
  },
  60_000,
)

test('the measure would see an answer that skips the hash', async () => {
  const fields = { name: '', email: 'z@example.org' }
  await browser.get('/konto/registrieren')
  const [hashed, skipped] = await measure(
    () => browser.post('/konto/registrieren', { ...fields, password }),
    () => browser.post('/konto/registrieren', { ...fields, password: 'kurz' }),
  )
  expect(Math.abs(difference(hashed, skipped))).toBeGreaterThan(chance)
}, 60_000)

/** Times of both in turn, so that what else the machine does falls on both. */
async function measure(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  const take = async (which: 0 | 1) => {
    // A new window for the counts of tries.
    portal.clock.advance(900_000)
    const start = performance.now()
    await (which === 0 ? one() : other())
    times[which].push(performance.now() - start)
  }
  for (let round = 0; round < rounds + 3; round++) {
    const first = round % 2 === 0 ? 0 : 1
    await take(first)
    await take(first === 0 ? 1 : 0)
  }
  // The first ones warm up.
  return [times[0].slice(3), times[1].slice(3)]
}

/** z of the Mann-Whitney U test: 0 when neither tends to be larger. */
function difference(left: readonly number[], right: readonly number[]): number {
  const [n, m] = [left.length, right.length]
  const larger = left.reduce((sum, one) => sum + right.filter(other => one > other).length, 0)
  return (larger - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}
