import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type Desk as TownHall } from '#modules/cases/cases.fixture.ts'
import { readInboxView } from './address.ts'
import { readInbox } from './read-inbox.ts'

let hall: TownHall
beforeAll(async () => {
  hall = await openDesk()
  for (let n = 0; n < 30; n += 1) await hall.send()
})
afterAll(() => hall.stop())

test('the second page begins where the first ended', async () => {
  const scope = hall.as('weber')
  const first = await readInbox(hall.services, scope, readInboxView({}))
  expect(first.cases).toHaveLength(25)
  const second = await readInbox(hall.services, scope, readInboxView({ nach: first.next }))
  expect(second.cases).toHaveLength(5)
  expect(second.next).toBeUndefined()
  expect(new Set([...first.cases, ...second.cases].map(one => one.id)).size).toBe(30)
})
