import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '#core/db/scope.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import { tasks } from '#src/compose.ts'
import { decide } from '../decide.ts'
import { openTownHall, type TownHall } from '../decisions.fixture.ts'
import type { Doom } from './killed-provider.fixture.ts'
import { provideNotice } from './provide-notice.ts'

let hall: TownHall
beforeAll(async () => {
  // The files' own times are the machine's.
  hall = await openTownHall(new Date().toISOString())
})
afterAll(() => hall.stop())

const scope = () => inTenant({ now: hall.clock.now() }, 'leuna' as TenantId)

async function decided(): Promise<{ case: CaseId; effect: string; data: Record<string, unknown> }> {
  const id = await hall.ready()
  const decision = { ...(await hall.decisionOf()), valid_until: '2099-12-31' }
  const made = await decide(hall.services, hall.as('weber'), { case: id, decision })
  expect(made.kind).toBe('decided')
  return { case: id, effect: (await hall.look(id)).process.effects[0]!.id, data: {} }
}
const notices = (id: string) => hall.query('select * from notices where case_id = $1', [id])
const messages = (id: string) =>
  hall.query("select id from messages where case_id = $1 and kind = 'notice'", [id])
async function files(): Promise<string[]> {
  const ids: string[] = []
  for await (const id of hall.services.blobs.listOlderThan(new Date(Date.now() + 60_000))) ids.push(id)
  return ids.sort()
}

/** Runs the job in a process of its own that is killed on the way. @returns the signal that ended it */
function killed(doom: Doom): Promise<string | null> {
  const script = path.join(import.meta.dirname, 'killed-provider.fixture.ts')
  const loader = path.join(import.meta.dirname, '../../../../bin/tsx.mjs')
  const child = spawn(process.execPath, ['--import', loader, script, JSON.stringify(doom)], {
    stdio: 'inherit',
  })
  return new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
}

describe('Providing the notice', () => {
  test('happens once, however often the job runs and however many run at once', async () => {
    const order = await decided()
    const before = await files()
    await Promise.all([1, 2, 3].map(() => provideNotice(hall.services, scope(), order)))
    await provideNotice(hall.services, scope(), order)
    const rows = await notices(order.case)
    expect(rows).toHaveLength(1)
    expect(await messages(order.case)).toHaveLength(1)
    // PDFs of the others are gone; the one that the row names is there.
    expect((await files()).filter(id => !before.includes(id))).toEqual([rows[0]!.pdf_blob_id])
    expect((await hall.look(order.case)).facts.filter(fact => fact.type === 'notice.provided')).toHaveLength(
      1,
    )
  })

  test('leaves nothing half done when it ends in the middle, and the next run does it', async () => {
    const order = await decided()
    const before = await files()
    // Ends after the row was written, before the message was.
    const dying = {
      ...hall.services,
      portals: { ...hall.services.portals, list: () => Promise.reject(new Error('killed')) },
    }
    await expect(provideNotice(dying, scope(), order)).rejects.toThrow('killed')
    expect(await notices(order.case)).toEqual([])
    expect((await hall.look(order.case)).process.effects).toHaveLength(1)
    const left = (await files()).filter(id => !before.includes(id))
    expect(left).toHaveLength(1)

    await hall.work()
    const rows = await notices(order.case)
    expect(rows).toHaveLength(1)
    expect(await messages(order.case)).toHaveLength(1)
    hall.clock.advance(2 * 86_400_000)
    await tasks.find(task => task.name === 'files-sweep')!.run(hall.services, {})
    hall.clock.advance(-2 * 86_400_000)
    const kept = await files()
    expect(kept).not.toContain(left[0])
    expect(kept).toContain(rows[0]!.pdf_blob_id)
  })

  test.each(['stored', 'writing', 'committed'] as const)(
    'survives kill -9 of its worker, the PDF %s',
    async at => {
      const order = await decided()
      const { connections, dataDir } = hall
      expect(await killed({ connections, dataDir, now: hall.clock.now().toISOString(), order, at })).toBe(
        'SIGKILL',
      )
      expect(await notices(order.case)).toHaveLength(at === 'committed' ? 1 : 0)
      await hall.work()
      expect(await notices(order.case)).toHaveLength(1)
      expect(await messages(order.case)).toHaveLength(1)
      const { waits } = (await hall.look(order.case)).process
      expect(waits.map(wait => wait.message)).toContain('notice.retrieved')
    },
    60_000,
  )

  test('is not done before the decision has taken effect', async () => {
    const order = await decided()
    await hall.query('update decisions set effective_at = null where case_id = $1', [order.case])
    await expect(provideNotice(hall.services, scope(), order)).rejects.toThrow('has not taken effect')
    expect(await notices(order.case)).toEqual([])
  })
})
