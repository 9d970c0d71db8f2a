import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

/** Leaves one connection of the pool free while `work` runs. */
async function withOneConnection<T>(work: () => Promise<T>): Promise<T> {
  const { pool } = town.portal.services.database
  const held = await Promise.all(Array.from({ length: (pool.options.max ?? 10) - 1 }, () => pool.connect()))
  try {
    return await work()
  } finally {
    for (const client of held) client.release()
  }
}

it('A whole application gets along with one connection: nothing inside a transaction waits for a second', async () => {
  const sent = await withOneConnection(async () => {
    const { browser, draft } = await town.atReview()
    // Everything that is kept for a minute must be fetched anew, as on a busy day.
    town.portal.clock.advance(120_000)
    const saves = Array.from({ length: 10 }, (_, index) =>
      browser.post(`${draft}/kontakt`, { contact_email: `ines${index}@example.org` }),
    )
    expect((await Promise.all(saves)).map(answer => answer.status)).toEqual(Array(10).fill(303))
    return browser.submit(`${draft}/absenden`, {})
  })
  expect(sent.body).toContain('Ihr Antrag ist eingegangen')
}, 30_000)

it('A second connection inside a transaction would wait for ever', async () => {
  const { database } = town.portal.services
  const scope = { now: town.portal.clock.now() }
  const result = await withOneConnection(async () => {
    const nested = inScope(database, scope, () => inScope(database, scope, async () => 'done'))
    nested.catch(() => {})
    return Promise.race([nested, pause(500, 'waits')])
  })
  expect(result).toBe('waits')
})
