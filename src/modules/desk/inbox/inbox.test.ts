import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, startDesk } from '../desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

test('nobody opens the desk without signing in', async () => {
  const answer = await desk.browser().get('/amt')
  expect(answer.location).toMatch(/^\/amt\/anmelden/)
})

test('shows what arrived, with honest counts, and finds it', async () => {
  await desk.arrived()
  const weber = await desk.clerk('weber')
  const inbox = await weber.get('/amt')
  expect(inbox.status).toBe(200)
  expect(inbox.body).toContain('LEU-2026-00001')
  expect(inbox.body).toContain('Ines Hartwig')
})
