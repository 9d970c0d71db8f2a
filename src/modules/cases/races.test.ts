import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { Conflict } from '#core/errors.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import { listMessagesOf } from '#modules/mailbox/index.ts'
import { addNote } from './add-note.ts'
import { type Desk, openDesk } from './cases.fixture.ts'
import { changeCase } from './change-case.ts'
import { claimCase } from './claim-case.ts'
import { completeTask } from './complete-task.ts'
import { fireTimers } from './process/fire-timers.job.ts'
import { performEffect } from './process/perform-effect.ts'
import { runEffect } from './process/run-effect.job.ts'
import { answerRequest, openRequest } from './requests/answer-request.ts'
import { requestInformation } from './requests/request-information.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as TenantId
const types = async (id: CaseId) => (await desk.state(id)).facts.map(fact => fact.type)

/** Runs both at once: what came of them, and why the other did not. */
async function race(acts: readonly (() => Promise<unknown>)[]) {
  const ended = await Promise.allSettled(acts.map(act => act()))
  const lost = ended.flatMap(end => (end.status === 'rejected' ? [end.reason as Error] : []))
  for (const cause of lost) expect(cause).toBeInstanceOf(Conflict)
  return { won: ended.length - lost.length, reasons: lost.map(cause => cause.message) }
}

async function asked(): Promise<{ id: CaseId; request: string }> {
  const id = await desk.send()
  await requestInformation(desk.services, desk.as('weber'), { case: id, text: 'Foto?', asksForFiles: true })
  await desk.work()
  return { id, request: openRequest(await desk.state(id))!.data.request }
}

describe('two at once: one wins, the other is told', () => {
  test('both claim', async () => {
    const id = await desk.send()
    const claim = (name: string) => () => claimCase(desk.services, desk.as(name), { case: id })
    expect(await race([claim('weber'), claim('kern')])).toEqual({ won: 1, reasons: ['case: claimed'] })
    expect(await types(id)).toEqual(['submitted', 'claimed'])
  })

  test('both complete the same task', async () => {
    const id = await desk.send()
    const act = (name: string) => () =>
      completeTask(desk.services, desk.as(name), { case: id, task: 'check:1', outcome: 'entscheiden' })
    expect(await race([act('weber'), act('kern')])).toEqual({ won: 1, reasons: ['case: task-done'] })
  })

  test('both decide', async () => {
    const id = await desk.send()
    await completeTask(desk.services, desk.as('weber'), { case: id, task: 'check:1', outcome: 'entscheiden' })
    const act = (name: string) => () => desk.decide(desk.as(name), id)
    expect(await race([act('weber'), act('kern')])).toEqual({ won: 1, reasons: ['case: task-done'] })
    expect((await types(id)).filter(type => type === 'decision.drafted')).toHaveLength(1)
  })

  test('an old page does not overwrite what happened meanwhile', async () => {
    const id = await desk.send()
    const { version } = await desk.state(id)
    await addNote(desk.services, desk.as('kern'), { case: id, text: 'Bitte warten.' })
    const act = { case: id, version, task: 'check:1', outcome: 'entscheiden' }
    await expect(completeTask(desk.services, desk.as('weber'), act)).rejects.toThrow('changed')
  })

  test('the applicant answers in two tabs', async () => {
    const { id, request } = await asked()
    const act = (text: string) => () =>
      answerRequest(desk.services, desk.resident(desk.ines), { tenant: leuna, case: id, request, text })
    expect(await race([act('eins'), act('zwei')])).toEqual({ won: 1, reasons: ['case: not-asked'] })
    const about = await listMessagesOf(desk.services, desk.resident(desk.ines), {
      tenant: leuna,
      case: id,
      language: 'de',
    })
    expect(about.filter(message => message.kind === 'answer')).toHaveLength(1)
  })

  test('twenty notes at once are twenty notes, numbered without a gap', async () => {
    const id = await desk.send()
    const notes = Array.from(
      { length: 20 },
      (_, n) => () => addNote(desk.services, desk.as('weber'), { case: id, text: `${n}` }),
    )
    expect((await race(notes)).won).toBe(20)
    expect((await desk.state(id)).facts.map(fact => fact.seq)).toEqual(
      Array.from({ length: 21 }, (_, n) => n + 1),
    )
  })
})

describe('whatever runs twice happens once', () => {
  test('an effect', async () => {
    const id = await desk.send()
    await requestInformation(desk.services, desk.as('weber'), { case: id, text: 'Foto?', asksForFiles: true })
    const payload = { tenant: leuna, case: id, effect: 'request_information:1' }
    await Promise.all([1, 2, 3].map(() => runEffect.run(desk.services, payload)))
    await runEffect.run(desk.services, payload)
    await desk.work()
    expect((await types(id)).filter(type => type === 'effect.done')).toHaveLength(1)
    const about = await listMessagesOf(desk.services, desk.resident(desk.ines), {
      tenant: leuna,
      case: id,
      language: 'de',
    })
    expect(about.filter(message => message.kind === 'request')).toHaveLength(1)
  })

  test('an effect that dies half-way leaves nothing behind and is done by the next run', async () => {
    const id = await desk.send()
    await requestInformation(desk.services, desk.as('weber'), { case: id, text: 'Foto?', asksForFiles: true })
    const order = { case: id, effect: 'request_information:1', data: {} }
    const scope = { now: desk.clock.now(), tenant: leuna }
    const died = performEffect(desk.services, scope, {
      ...order,
      work: async db => {
        await db.updateTable('cases').set({ version: 99 }).where('id', '=', id).execute()
        throw new Error('power cut')
      },
    })
    await expect(died).rejects.toThrow('power cut')
    expect(await types(id)).not.toContain('effect.done')
    await desk.work()
    expect(await types(id)).toContain('effect.done')
  })

  test('a timer', async () => {
    const { id } = await asked()
    desk.clock.advance(20 * 86_400_000)
    await Promise.all([1, 2, 3].map(() => fireTimers.run(desk.services, {})))
    expect((await types(id)).filter(type => type === 'timer.fired')).toHaveLength(1)
  })

  test('a timer waits for whoever is at work on the case, and holds up no other', async () => {
    const [busy, free] = [await asked(), await asked()]
    desk.clock.advance(20 * 86_400_000)
    const scope = { now: desk.clock.now(), tenant: leuna }
    await inScope(desk.services.database, scope, async db => {
      await changeCase({ services: desk.services, db }, scope, {
        case: busy.id,
        facts: [{ type: 'note.added', data: { text: 'x' } }],
      })
      await fireTimers.run(desk.services, {})
    })
    expect(await types(busy.id)).not.toContain('timer.fired')
    expect(await types(free.id)).toContain('timer.fired')
    await fireTimers.run(desk.services, {})
    expect(await types(busy.id)).toContain('timer.fired')
  })

  test('a case whose record cannot be opened holds up no other', async () => {
    const [broken, whole] = [await asked(), await asked()]
    desk.clock.advance(20 * 86_400_000)
    const scope = { now: desk.clock.now(), tenant: leuna }
    const wrong = Buffer.alloc(32)
    await inScope(desk.services.database, scope, db =>
      db
        .insertInto('case_facts')
        .values({
          tenant_id: leuna,
          case_id: broken.id,
          seq: 99,
          at: scope.now,
          type: 'note.added',
          actor_kind: 'system',
          actor_id: null,
          data: wrong,
        })
        .execute(),
    )
    await fireTimers.run(desk.services, {})
    expect(await types(whole.id)).toContain('timer.fired')
  })
})
