import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { Conflict, Forbidden, NotFound } from '#core/errors.ts'
import { addNote } from './add-note.ts'
import { type Desk, openDesk } from './cases.fixture.ts'
import { claimCase } from './claim-case.ts'
import { loadCase } from './load-case.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const look = (id: Awaited<ReturnType<Desk['send']>>) =>
  inScope(desk.services.database, desk.as('weber'), db => loadCase(desk.services, db, desk.as('weber'), id))

describe('a case', () => {
  test('begins with its submission and waits to be checked', async () => {
    const state = await look(await desk.send())
    expect(state).toMatchObject({
      phase: 'checking',
      version: 1,
      applicant: 'Ines Hartwig',
      office: 'ordnung',
    })
    expect(state?.process.tasks).toMatchObject([{ node: 'check', role: 'clerk' }])
    expect(state?.dueOn).toBe('2026-11-10')
  })
  test('is claimed once', async () => {
    const id = await desk.send()
    await claimCase(desk.services, desk.as('weber'), { case: id })
    await expect(claimCase(desk.services, desk.as('kern'), { case: id })).rejects.toThrow(Conflict)
    await expect(claimCase(desk.services, desk.as('haase'), { case: id })).rejects.toThrow(NotFound)
    await addNote(desk.services, desk.as('kern'), { case: id, text: 'Ortstermin' })
    expect((await look(id))?.facts.map(fact => fact.type)).toEqual(['submitted', 'claimed', 'note.added'])
    void Forbidden
  })
})
