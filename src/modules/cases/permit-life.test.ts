import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { listDemoMails } from '#core/mail/mail-store.ts'
import { storeDocument } from '#modules/applications/index.ts'
import { listMessages, listMessagesOf } from '#modules/mailbox/index.ts'
import { type Desk, openDesk } from './cases.fixture.ts'
import { changeCase } from './change-case.ts'
import { claimCase } from './claim-case.ts'
import { completeTask } from './complete-task.ts'
import type { CaseState } from './model.ts'
import { enterOwnCase } from './own-case.ts'
import { postPaperNotice } from './post-paper-notice.ts'
import { processMessages } from './process/vocabulary.ts'
import { lastFact } from './record/fact.ts'
import { answerRequest, openRequest } from './requests/answer-request.ts'
import { requestInformation } from './requests/request-information.ts'
import { withdrawApplication } from './withdraw-application.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as CaseState['tenant']
const taskOf = (state: CaseState) => state.process.tasks[0]!.id
const types = (state: CaseState) => state.facts.map(fact => fact.type)

async function checked(id: CaseState['id']): Promise<CaseState> {
  const state = await desk.state(id)
  return completeTask(desk.services, desk.as('weber'), {
    case: id,
    version: state.version,
    task: taskOf(state),
    outcome: 'entscheiden',
  })
}

async function retrieve(id: CaseState['id']): Promise<CaseState> {
  const scope = { ...desk.resident(desk.ines), tenant: leuna }
  const { notice } = lastFact((await desk.state(id)).facts, 'notice.provided')!.data
  return inScope(desk.services.database, scope, db =>
    changeCase({ services: desk.services, db }, scope, {
      case: id,
      facts: [
        { type: 'notice.retrieved', data: { notice } },
        { type: 'message.received', data: { name: processMessages.retrieved } },
      ],
    }),
  )
}

describe('from submission to closure', () => {
  test('a new case waits to be checked and tells the applicant', async () => {
    const state = await desk.state(await desk.send())
    expect(state).toMatchObject({
      phase: 'checking',
      version: 1,
      applicant: 'Ines Hartwig',
      office: 'ordnung',
    })
    expect(state.process.tasks).toMatchObject([{ node: 'check', role: 'clerk' }])
    expect(state.dueOn).toBe('2026-11-10')
    const mailbox = await listMessages(desk.services, desk.resident(desk.ines), { language: 'en' })
    expect(mailbox.messages[0]).toMatchObject({
      kind: 'received',
      subject: `We have received your application ${state.fileNumber}`,
      isUnread: true,
    })
  })

  test('granted, retrieved, closed', async () => {
    const id = await desk.send()
    await claimCase(desk.services, desk.as('weber'), { case: id })
    expect(await checked(id)).toMatchObject({ phase: 'deciding', dueOn: '2026-11-10' })
    expect(await desk.decide(desk.as('weber'), id)).toMatchObject({ phase: 'delivering' })
    await desk.work()
    expect((await desk.state(id)).timers).toMatchObject([{ awaited: 'notice.retrieved' }])
    await retrieve(id)
    await desk.work()
    const state = await desk.state(id)
    expect(state).toMatchObject({ phase: 'closed', dueOn: undefined })
    expect(state.process).toMatchObject({ ended: true, tasks: [], stuck: [] })
    expect(lastFact(state.facts, 'closed')?.data).toEqual({ because: 'decided' })
  })

  test('a second person signs, or sends it back, and the first one may not sign herself', async () => {
    const id = await desk.send()
    await checked(id)
    const drafted = await desk.decide(desk.as('kern'), id, true)
    expect(drafted).toMatchObject({ phase: 'cosigning' })
    const back = { case: id, task: taskOf(drafted), outcome: 'zurück' }
    await expect(completeTask(desk.services, desk.as('weber'), back)).rejects.toThrow('supervisor')
    await expect(completeTask(desk.services, desk.as('kern'), back)).rejects.toThrow('same-person')
    expect((await desk.state(id)).version).toBe(drafted.version)
  })

  test('without consent to the portal the letter goes by post', async () => {
    const id = await desk.send({ electronicDelivery: false })
    await checked(id)
    await desk.decide(desk.as('weber'), id)
    await desk.work()
    expect((await desk.state(id)).process.tasks).toMatchObject([{ name: 'Papierversand' }])
    const posted: unknown[] = []
    const services = {
      ...desk.services,
      onNoticePosted: async (_: unknown, __: unknown, notice: unknown) => void posted.push(notice),
    }
    const after = await postPaperNotice(services, desk.as('weber'), { case: id })
    expect(posted).toEqual([lastFact(after.facts, 'notice.provided')?.data.notice])
    await desk.work()
    expect((await desk.state(id)).phase).toBe('closed')
    await expect(postPaperNotice(services, desk.as('weber'), { case: id })).rejects.toThrow('closed')
  })
})

describe('asking back', () => {
  test('stops, waits in the mailbox, goes on with the answer', async () => {
    const id = await desk.send()
    desk.clock.advance(60_000)
    const asked = await requestInformation(desk.services, desk.as('weber'), {
      case: id,
      text: 'Bitte senden Sie uns ein Foto.',
      asksForFiles: true,
    })
    expect(asked).toMatchObject({ phase: 'waiting', dueOn: undefined })
    await desk.work()
    const state = await desk.state(id)
    const request = openRequest(state)!.data.request
    const own = desk.resident(desk.ines)
    const [first] = (await listMessages(desk.services, own, { language: 'de' })).messages
    expect(first).toMatchObject({
      kind: 'request',
      body: 'Bitte senden Sie uns ein Foto.',
      asksForFiles: true,
    })
    expect(first?.about).toBe(request)
    desk.clock.set('2026-11-05T10:00:00Z')
    const answered = await answerRequest(desk.services, desk.resident(desk.ines), {
      tenant: leuna,
      case: id,
      request,
      text: 'Hier ist es.',
    })
    expect(answered).toMatchObject({ phase: 'checking', dueOn: '2026-11-12' })
    expect(answered.process.tasks).toMatchObject([{ id: 'check:2' }])
    expect(answered.process.pauses).toMatchObject([{ node: 'await_answer' }])
    const again = { tenant: leuna, case: id, request, text: 'Noch einmal.' }
    await expect(answerRequest(desk.services, desk.resident(desk.ines), again)).rejects.toThrow('not-asked')
    const about = await listMessagesOf(desk.services, own, { tenant: leuna, case: id, language: 'de' })
    expect(about.map(message => message.kind)).toEqual(['received', 'request', 'answer'])
  })

  test('takes along the files stored for this very question', async () => {
    const id = await desk.send()
    const ask = { case: id, text: 'Bitte ein Foto.', asksForFiles: true }
    await requestInformation(desk.services, desk.as('weber'), ask)
    await desk.work()
    const state = await desk.state(id)
    const request = openRequest(state)!.data.request
    const store = async (field: string) => {
      const body = Readable.from(
        await sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
          .png()
          .toBuffer(),
      )
      const scope = await enterOwnCase(desk.services, desk.resident(desk.ines), { tenant: leuna, case: id })
      const file = { name: 'kiefer.png', body }
      const stored = await storeDocument(desk.services, scope, {
        application: state.application,
        origin: 'answer',
        field,
        file,
      })
      return 'document' in stored ? stored.document : undefined
    }
    const [photo] = [await store(request), await store('an-older-request')]
    const answer = { tenant: leuna, case: id, request, text: '' }
    const { facts } = await answerRequest(desk.services, desk.resident(desk.ines), answer)
    expect(lastFact(facts, 'information.answered')?.data.documents).toEqual([photo])
    const key = { tenant: leuna, case: id, language: 'de' as const }
    const messages = await listMessagesOf(desk.services, desk.resident(desk.ines), key)
    expect(messages.find(message => message.kind === 'answer')).toMatchObject({
      documents: [photo],
      about: request,
    })
  })

  test('no answer in fourteen days: reminded once, by mail and mailbox', async () => {
    const id = await desk.send({ email: 'erinnerung@example.org' })
    await requestInformation(desk.services, desk.as('weber'), {
      case: id,
      text: 'Wo steht der Baum?',
      asksForFiles: false,
    })
    await desk.work()
    await desk.minute()
    expect(types(await desk.state(id))).not.toContain('timer.fired')
    desk.clock.set('2026-11-20T09:00:00Z')
    await desk.minute()
    await desk.minute()
    await desk.work()
    const state = await desk.state(id)
    expect(types(state).filter(type => type === 'timer.fired')).toHaveLength(1)
    expect(lastFact(state.facts, 'effect.done')?.data.name).toBe('remind-applicant')
    expect(state.phase).toBe('waiting')
    const mails = await inScope(
      desk.services.database,
      { now: desk.clock.now(), system: true },
      listDemoMails,
    )
    const own = mails.filter(mail => mail.recipient === 'erinnerung@example.org')
    expect(own).toHaveLength(3)
    // A mail says that something is there, never what.
    for (const mail of own) expect(`${mail.subject} ${mail.body}`).not.toMatch(/Baum|Antrag|LEU-/)
  })

  test('only an open question can be asked in the open step', async () => {
    const id = await desk.send()
    await checked(id)
    const ask = { case: id, text: 'Zu spät?', asksForFiles: false }
    await expect(requestInformation(desk.services, desk.as('weber'), ask)).rejects.toThrow('task-done')
  })
})

describe('withdrawal', () => {
  test('ends the case and is confirmed', async () => {
    const id = await desk.send()
    const key = { tenant: leuna, case: id, reason: 'Der Baum steht nicht mehr.' }
    expect(await withdrawApplication(desk.services, desk.resident(desk.ines), key)).toMatchObject({
      phase: 'closed',
    })
    await desk.work()
    const state = await desk.state(id)
    expect(lastFact(state.facts, 'closed')?.data).toEqual({ because: 'withdrawn' })
    expect(state.process.ended).toBe(true)
    await expect(withdrawApplication(desk.services, desk.resident(desk.ines), key)).rejects.toThrow('closed')
    await expect(claimCase(desk.services, desk.as('weber'), { case: id })).rejects.toThrow('closed')
  })

  test('comes too late once the notice is on its way', async () => {
    const id = await desk.send()
    await checked(id)
    await desk.decide(desk.as('weber'), id)
    await desk.work()
    const late = withdrawApplication(desk.services, desk.resident(desk.ines), { tenant: leuna, case: id })
    await expect(late).rejects.toThrow('decided')
  })
})

describe('ten days without retrieval (§ 41 Abs. 2a VwVfG)', () => {
  test('the days begin with the mail, then the office is told to send paper', async () => {
    desk.clock.set('2026-12-01T09:00:00Z')
    const id = await desk.send()
    await checked(id)
    await desk.decide(desk.as('weber'), id)
    await desk.work()
    // The mail server was down for two days.
    desk.clock.set('2026-12-03T09:00:00Z')
    const scope = { now: desk.clock.now(), tenant: leuna }
    const { notice } = lastFact((await desk.state(id)).facts, 'notice.provided')!.data
    await inScope(desk.services.database, scope, db =>
      changeCase({ services: desk.services, db }, scope, {
        case: id,
        facts: [{ type: 'notice.notified', data: { notice } }],
      }),
    )
    // 13 December is a Sunday: ready to the end of Monday the 14th.
    expect((await desk.state(id)).timers[0]?.dueAt).toBe('2026-12-14T23:00:00.000Z')
    desk.clock.set('2026-12-14T22:59:00Z')
    await desk.minute()
    expect((await desk.state(id)).process.tasks).toEqual([])
    desk.clock.set('2026-12-14T23:00:00Z')
    await desk.minute()
    const state = await desk.state(id)
    expect(state.process.tasks).toMatchObject([{ name: 'Papierversand' }])
    expect(lastFact(state.facts, 'timer.fired')?.data.awaited).toBe('notice.retrieved')
    // Whoever opens it later may read it; nothing moves any more.
    expect(await retrieve(id)).toMatchObject({
      phase: 'delivering',
      process: { tasks: [{ name: 'Papierversand' }] },
    })
  })
})
