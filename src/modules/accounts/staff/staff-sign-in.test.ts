import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { browserOf, demoPassword, sessionOf } from '../browser.fixture.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const weber = { email: 'weber@leuna.example', password: demoPassword }

test('a clerk signs in and is known as staff of her authority, with offices and roles', async () => {
  const browser = browserOf(portal)
  const answer = await browser.post('/amt/anmelden', weber)
  expect([answer.status, answer.location]).toEqual([303, '/amt'])
  const { identify } = await import('../sessions/identify.ts')
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
})
