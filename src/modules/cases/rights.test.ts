import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { BadRequest, Forbidden, NotFound } from '#core/errors.ts'
import type { ApplicationId, CaseId, MessageId, TenantId } from '#core/ids.ts'
import { listMessages, openMessage } from '#modules/mailbox/index.ts'
import { addNote } from './add-note.ts'
import { assignCase } from './assign-case.ts'
import { type Desk, openDesk } from './cases.fixture.ts'
import { claimCase } from './claim-case.ts'
import { completeTask } from './complete-task.ts'
import { listInbox } from './inbox/list-inbox.ts'
import { mayAssign, mayOpen, maySupervise, mayWorkAs, officesOf } from './policy.ts'
import { postPaperNotice } from './post-paper-notice.ts'
import { findCaseOf, getCase, listOwnCases, readCase, readOwnCase } from './read-case.ts'
import { recordChecks } from './record-check.ts'
import { answerRequest } from './requests/answer-request.ts'
import { requestInformation } from './requests/request-information.ts'
import { withdrawApplication } from './withdraw-application.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as TenantId
const nobody = '018f0000-0000-7000-8000-000000000000'

/** Every door of the desk, each with a call that would go through for Jonas Weber. */
const doors: Readonly<Record<string, (scope: Scope, id: CaseId) => Promise<unknown>>> = {
  readCase: (scope, id) => readCase(desk.services, scope, id),
  getCase: (scope, id) => getCase(desk.services, scope, id),
  claimCase: (scope, id) => claimCase(desk.services, scope, { case: id }),
  assignCase: (scope, id) => assignCase(desk.services, scope, { case: id, to: desk.as('kern').staff!.id }),
  release: (scope, id) => assignCase(desk.services, scope, { case: id, to: null }),
  addNote: (scope, id) => addNote(desk.services, scope, { case: id, text: 'x' }),
  recordChecks: (scope, id) =>
    recordChecks(desk.services, scope, { case: id, checks: [{ check: 'area', result: 'yes' }] }),
  requestInformation: (scope, id) =>
    requestInformation(desk.services, scope, { case: id, text: 'x', asksForFiles: false }),
  // A version that is wrong must not betray that the case exists.
  completeTask: (scope, id) =>
    completeTask(desk.services, scope, { case: id, version: 77, task: 'check:1', outcome: 'entscheiden' }),
  postPaperNotice: (scope, id) => postPaperNotice(desk.services, scope, { case: id }),
}

describe('a foreign case answers like an unknown one', () => {
  test.each(Object.keys(doors))('%s', async name => {
    const id = await desk.send()
    const strangers = { otherOffice: 'haase', administrator: 'it', otherTenant: await clerkOf('merseburg') }
    for (const [who, login] of Object.entries(strangers)) {
      const foreign = await doors[name]!(desk.as(login), id).catch(cause => cause)
      const unknown = await doors[name]!(desk.as(login), nobody as CaseId).catch(cause => cause)
      expect(foreign, who).toBeInstanceOf(NotFound)
      expect(foreign, who).toEqual(unknown)
    }
    expect((await desk.state(id)).version).toBe(1)
  })

  test('whoever has no account in the house cannot act at all', async () => {
    const id = await desk.send()
    const scope = { now: desk.clock.now(), tenant: leuna }
    await expect(claimCase(desk.services, scope, { case: id })).rejects.toThrow(NotFound)
  })
})

async function clerkOf(tenant: string): Promise<string> {
  const { rows } = await desk.pool.query(
    `select split_part(email, '@', 1) || '@' || tenant_id as login from staff where tenant_id = $1 and 'clerk' = any(roles)`,
    [tenant],
  )
  return rows[0].login
}

describe('assigning', () => {
  const to = (name: string) => desk.as(name).staff!.id

  test('a clerk hands over her own case, not one of a colleague', async () => {
    const id = await desk.send()
    await expect(assignCase(desk.services, desk.as('weber'), { case: id, to: to('kern') })).rejects.toThrow(
      Forbidden,
    )
    await claimCase(desk.services, desk.as('weber'), { case: id })
    await assignCase(desk.services, desk.as('weber'), { case: id, to: to('kern') })
    expect((await desk.state(id)).assignee).toBe(to('kern'))
    await expect(assignCase(desk.services, desk.as('weber'), { case: id, to: to('weber') })).rejects.toThrow(
      Forbidden,
    )
  })

  test('a supervisor assigns any case of her office, but to nobody outside of it', async () => {
    const id = await desk.send()
    await assignCase(desk.services, desk.as('kern'), { case: id, to: to('weber') })
    expect((await desk.state(id)).assignee).toBe(to('weber'))
    await expect(assignCase(desk.services, desk.as('kern'), { case: id, to: to('haase') })).rejects.toThrow(
      BadRequest,
    )
    await assignCase(desk.services, desk.as('kern'), { case: id, to: null })
    expect((await desk.state(id)).assignee).toBeUndefined()
  })

  test('outcomes with an act of their own cannot be given by hand', async () => {
    const id = await desk.send()
    for (const outcome of ['nachfordern', 'entschieden', 'fliegen', undefined]) {
      const act = completeTask(desk.services, desk.as('weber'), { case: id, task: 'check:1', outcome })
      await expect(act, outcome).rejects.toThrow(BadRequest)
    }
  })
})

describe('the applicant', () => {
  const guest = 'ab'.repeat(32)

  test('sees and changes her own case only, with an account or as a guest', async () => {
    const [byAccount, byGuest] = [await desk.send(), await desk.send({ account: null, guest })]
    const own: [CaseId, Scope][] = [
      [byAccount, desk.resident(desk.ines)],
      [byGuest, desk.guest(guest)],
    ]
    const others = [desk.resident(desk.jannik), desk.guest('cd'.repeat(32))]
    for (const [id, scope] of own) {
      const key = { tenant: leuna, case: id }
      expect((await readOwnCase(desk.services, scope, key)).state.id).toBe(id)
      for (const other of others) {
        await expect(readOwnCase(desk.services, other, key)).rejects.toThrow(NotFound)
        await expect(withdrawApplication(desk.services, other, key)).rejects.toThrow(NotFound)
        await expect(
          answerRequest(desk.services, other, { ...key, request: nobody, text: 'x' }),
        ).rejects.toThrow(NotFound)
      }
      // A scope that names an authority opens no door to the cases of others.
      const sly = { ...others[0]!, tenant: leuna }
      await expect(readOwnCase(desk.services, sly, key)).rejects.toThrow(NotFound)
    }
    expect((await listOwnCases(desk.services, desk.resident(desk.ines))).map(one => one.id)).toContain(
      byAccount,
    )
    expect(await listOwnCases(desk.services, desk.resident(desk.jannik))).toEqual([])
  })

  test('finds the case of her application, and no other', async () => {
    const id = await desk.send()
    const { application } = await desk.state(id)
    const key = { tenant: leuna, application }
    expect((await findCaseOf(desk.services, desk.resident(desk.ines), key))?.id).toBe(id)
    expect(await findCaseOf(desk.services, desk.resident(desk.jannik), key)).toBeUndefined()
    const unknown = { tenant: leuna, application: nobody as ApplicationId }
    expect(await findCaseOf(desk.services, desk.resident(desk.ines), unknown)).toBeUndefined()
  })

  test('reads her own messages only', async () => {
    await desk.send()
    const [message] = (await listMessages(desk.services, desk.resident(desk.ines), { language: 'de' }))
      .messages
    const key = { tenant: leuna, message: message!.id, language: 'de' as const }
    await expect(openMessage(desk.services, desk.resident(desk.jannik), key)).rejects.toThrow(NotFound)
    const unknown = { ...key, message: nobody as MessageId }
    await expect(openMessage(desk.services, desk.resident(desk.ines), unknown)).rejects.toThrow(NotFound)
    expect((await openMessage(desk.services, desk.resident(desk.ines), key)).isUnread).toBe(true)
    expect((await openMessage(desk.services, desk.resident(desk.ines), key)).isUnread).toBe(false)
  })
})

describe('what lies in the database', () => {
  test('an administrator without an office gets an empty inbox', async () => {
    await desk.send()
    const page = await listInbox(desk.services, desk.as('it'), { filter: 'all' })
    expect(page.cases).toEqual([])
    expect(page.counts.all).toEqual({ n: 0, isMore: false })
  })

  test('facts cannot be changed or taken back', async () => {
    const id = await desk.send()
    const scope = { now: desk.clock.now(), tenant: leuna }
    const change = inScope(desk.services.database, scope, db =>
      db.updateTable('case_facts').set({ type: 'closed' }).where('case_id', '=', id).execute(),
    )
    await expect(change).rejects.toThrow('permission denied')
    const removal = inScope(desk.services.database, scope, db =>
      db.deleteFrom('case_facts').where('case_id', '=', id).execute(),
    )
    await expect(removal).rejects.toThrow('permission denied')
  })

  test('no name, subject or note is readable in any table', async () => {
    const id = await desk.send({ applicant: 'Ines Hartwig', subject: 'Kirschbaum im Hof' })
    await addNote(desk.services, desk.as('weber'), { case: id, text: 'Kirschbaum gesehen' })
    const scope = { now: desk.clock.now(), tenant: leuna }
    for (const table of ['cases', 'case_facts', 'case_words', 'case_tasks', 'messages', 'events'] as const) {
      const rows = await inScope(desk.services.database, scope, db =>
        db.selectFrom(table).selectAll().execute(),
      )
      const bytes = rows.map(row =>
        Object.values(row)
          .map(part => (Buffer.isBuffer(part) ? part.toString('latin1') : JSON.stringify(part)))
          .join(),
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(bytes.join()).not.toMatch(/Hartwig|Kirschbaum/i)
    }
  })

  test('a sealed fact does not open under another number', async () => {
    const id = await desk.send()
    const scope = { now: desk.clock.now(), tenant: leuna }
    await inScope(desk.services.database, scope, async db => {
      const [first] = await db.selectFrom('case_facts').selectAll().where('case_id', '=', id).execute()
      await db
        .insertInto('case_facts')
        .values({ ...first!, seq: 2 })
        .execute()
    })
    await expect(desk.state(id)).rejects.toThrow()
  })
})

describe('policy', () => {
  const staff = (roles: string[], office?: string, supervisor = false) => ({
    ...desk.as('weber').staff!,
    roles,
    offices: office ? [{ id: office, supervisor }] : [],
  })
  const on = { office: 'ordnung' }

  test('rights follow from role, office and who has the case', () => {
    const clerk = staff(['clerk'], 'ordnung')
    const lead = staff(['clerk'], 'ordnung', true)
    expect(officesOf(clerk)).toEqual(['ordnung'])
    expect(officesOf(staff(['administrator'], 'ordnung'))).toEqual([])
    expect(officesOf(undefined)).toEqual([])
    expect([mayOpen(clerk, on), mayOpen(staff(['clerk'], 'einwohner'), on), mayOpen(undefined, on)]).toEqual([
      true,
      false,
      false,
    ])
    expect([maySupervise(clerk, on), maySupervise(lead, on)]).toEqual([false, true])
    expect(maySupervise(staff(['clerk'], 'einwohner', true), on)).toBe(false)
    expect([
      mayAssign(clerk, on),
      mayAssign(clerk, { ...on, assignee: clerk.id }),
      mayAssign(lead, on),
    ]).toEqual([false, true, true])
    expect([
      mayWorkAs(clerk, 'clerk', on),
      mayWorkAs(clerk, 'supervisor', on),
      mayWorkAs(lead, 'supervisor', on),
    ]).toEqual([true, false, true])
    expect(mayWorkAs(lead, 'mayor', on)).toBe(false)
  })
})
