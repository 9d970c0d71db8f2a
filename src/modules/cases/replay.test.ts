import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { BadRequest, Conflict, Forbidden } from '#core/errors.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import { assignCase } from './assign-case.ts'
import { type Desk, openDesk } from './cases.fixture.ts'
import { changeCase } from './change-case.ts'
import { claimCase } from './claim-case.ts'
import { completeTask } from './complete-task.ts'
import { postPaperNotice } from './post-paper-notice.ts'
import { processMessages } from './process/vocabulary.ts'
import { reprojectCase } from './reproject-case.ts'
import { answerRequest, openRequest } from './requests/answer-request.ts'
import { requestInformation } from './requests/request-information.ts'
import { withdrawApplication } from './withdraw-application.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as TenantId
const scope = () => ({ now: desk.clock.now(), tenant: leuna })
const own = (id: CaseId) => ({ tenant: leuna, case: id })
const day = 86_400_000

/** All that anyone can do to a case. What is refused at this point of its history is simply refused. */
const acts: Readonly<Record<string, (id: CaseId, who: string) => Promise<unknown>>> = {
  claim: (id, who) => claimCase(desk.services, desk.as(who), { case: id }),
  assign: (id, who) => assignCase(desk.services, desk.as(who), { case: id, to: desk.as('kern').staff!.id }),
  release: (id, who) => assignCase(desk.services, desk.as(who), { case: id, to: null }),
  ask: (id, who) =>
    requestInformation(desk.services, desk.as(who), { case: id, text: 'Foto?', asksForFiles: true }),
  answer: async id => {
    const request = openRequest(await desk.state(id))?.data.request ?? 'none'
    return answerRequest(desk.services, desk.resident(desk.ines), { ...own(id), request, text: 'Hier.' })
  },
  complete: async (id, who) => {
    const [task] = (await desk.state(id)).process.tasks
    const outcome = task?.outcomes.find(word => word === 'entscheiden' || word === 'zurück')
    return completeTask(desk.services, desk.as(who), { case: id, task: task?.id ?? 'none', outcome })
  },
  decide: (id, who) => desk.decide(desk.as(who), id, who === 'kern'),
  retrieve: async id => {
    const facts = [{ type: 'message.received', data: { name: processMessages.retrieved } } as const]
    await inScope(desk.services.database, scope(), db =>
      changeCase({ services: desk.services, db }, scope(), { case: id, facts }),
    )
  },
  post: (id, who) => postPaperNotice(desk.services, desk.as(who), { case: id }),
  withdraw: id => withdrawApplication(desk.services, desk.resident(desk.ines), own(id)),
  work: () => desk.work(['run-effect']),
  wait: async () => {
    desk.clock.advance(9 * day)
    await desk.minute()
  },
}

function isRefusal(cause: unknown): boolean {
  return cause instanceof Conflict || cause instanceof Forbidden || cause instanceof BadRequest
}

/** Every projected value of a case, as it lies in the tables. */
async function projected(id: CaseId) {
  return inScope(desk.services.database, scope(), async db => ({
    row: await db
      .selectFrom('cases')
      .select(['phase', 'assignee_id', 'due_on', 'version', 'changed_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    tasks: await db
      .selectFrom('case_tasks')
      .selectAll()
      .where('case_id', '=', id)
      .orderBy('task_id')
      .execute(),
    timers: await db
      .selectFrom('case_timers')
      .selectAll()
      .where('case_id', '=', id)
      .orderBy('timer_id')
      .execute(),
  }))
}

const spoil = (id: CaseId) =>
  inScope(desk.services.database, scope(), async db => {
    await db.deleteFrom('case_tasks').where('case_id', '=', id).execute()
    await db
      .updateTable('case_timers')
      .set({ due_at: new Date(0) })
      .where('case_id', '=', id)
      .execute()
    await sql`insert into case_timers (tenant_id, case_id, timer_id, due_at) values ('leuna', ${id}, 'ghost:1', now())`.execute(
      db,
    )
    const wrong = {
      phase: 'cosigning',
      assignee_id: null,
      due_on: '1999-01-01',
      version: 0,
      changed_at: new Date(0),
    }
    await db.updateTable('cases').set(wrong).where('id', '=', id).execute()
  })

const seen = new Set<string>()

test('whatever happened to a case, its facts alone give back every projected value', async () => {
  const step = fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    who: fc.constantFrom('weber', 'kern'),
    pause: fc.integer({ min: 0, max: 3 * day }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 4, maxLength: 16 }),
      async (electronicDelivery, steps) => {
        const id = await desk.send({ electronicDelivery })
        for (const { act, who, pause } of steps) {
          await acts[act]!(id, who).catch(cause => {
            if (!isRefusal(cause)) throw cause
          })
          desk.clock.advance(pause)
        }
        const before = await projected(id)
        await spoil(id)
        expect(await projected(id)).not.toEqual(before)
        await inScope(desk.services.database, scope(), db =>
          reprojectCase({ services: desk.services, db }, scope(), id),
        )
        expect(await projected(id)).toEqual(before)
        seen.add(before.row.phase)
      },
    ),
    { numRuns: 40 },
  )
  // Histories that never left the first step would prove little.
  expect(seen.size).toBeGreaterThanOrEqual(4)
}, 60_000)
