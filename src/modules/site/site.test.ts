import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

test.each([
  '/',
  '/leuna/',
  '/leuna/leistungen',
  '/leuna/leistungen/baumfaellung',
  '/leuna/hilfe',
  '/service/datenschutz',
])('%s', async path => {
  const answer = await fetch(portal.url + path)
  const text = await answer.text()
  expect(answer.status, text.slice(0, 2000)).toBe(200)
})
