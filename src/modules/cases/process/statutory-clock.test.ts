import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { AccountId, StaffId } from '#core/ids.ts'
import type { CaseFact, ClockRule, NewFact, Submitted } from '../record/fact.ts'
import { modelOf } from './models.ts'
import { projectCase } from './project-case.ts'
import { daysOff, lastDayBefore } from './town-calendar.ts'

const bpmn = await readFile(new URL('../../../../catalogue/processes/permit.bpmn', import.meta.url), 'utf8')
const model = await modelOf(bpmn)

const sixWeeks: ClockRule = {
  days: 42,
  onExpiry: 'deemed_granted',
  pauses: false,
  cite: '§ 19 Abs. 3 SächsNatSchG',
}
const weber = '018f0000-0000-7000-8000-000000000001' as StaffId

/** A record of facts on given days; the applicant is asked on the 10th and answers on the 20th. */
function record(clock: ClockRule | null, state = 'SN'): CaseFact[] {
  const submitted: Submitted = {
    service: 'baumfaellung',
    serviceVersion: '1.0.0',
    serviceTitle: { de: 'x', 'de-leicht': 'x', en: 'x' },
    state,
    law: 'vwvfg',
    portal: 'leuna',
    language: 'de',
    email: null,
    address: null,
    electronicDelivery: true,
    clock,
  }
  const told: [string, NewFact][] = [
    ['2026-11-02T09:00:00Z', { type: 'submitted', data: submitted }],
    ['2026-11-10T09:00:00Z', { type: 'task.completed', data: { task: 'check:1', outcome: 'nachfordern' } }],
    [
      '2026-11-10T09:00:01Z',
      { type: 'effect.done', data: { effect: 'request_information:1', name: 'request-information' } },
    ],
    ['2026-11-20T09:00:00Z', { type: 'message.received', data: { name: 'information.answered' } }],
  ]
  return told.map(([at, fact], index) => {
    const actor =
      fact.type === 'task.completed'
        ? { kind: 'staff', id: weber }
        : { kind: 'applicant', id: weber as string as AccountId }
    return { ...fact, seq: index + 1, at: new Date(at), actor } as CaseFact
  })
}

const at = (facts: CaseFact[], count: number, now = '2026-11-25T09:00:00Z') =>
  projectCase(model, facts.slice(0, count), new Date(now))

describe('a clock of law', () => {
  test('Saxony: six weeks that no question stops; 14 December is the last day', () => {
    const facts = record(sixWeeks)
    expect(at(facts, 1).clock).toMatchObject({
      state: 'running',
      due: '2026-12-14',
      cite: '§ 19 Abs. 3 SächsNatSchG',
    })
    expect(at(facts, 3)).toMatchObject({ phase: 'waiting', dueOn: '2026-12-14', clock: { state: 'running' } })
    expect(at(facts, 4).clock).toMatchObject({ due: '2026-12-14', pausedDays: 0 })
    expect(at(facts, 4, '2026-12-15T09:00:00Z').clock).toMatchObject({ state: 'over', daysLeft: -1 })
  })

  test('any other stands still from the question to the answer', () => {
    const facts = record({ ...sixWeeks, onExpiry: 'none', pauses: true })
    expect(at(facts, 3)).toMatchObject({ phase: 'waiting', dueOn: undefined, clock: { state: 'paused' } })
    expect(at(facts, 4).clock).toMatchObject({ state: 'running', pausedDays: 10, due: '2026-12-24' })
  })

  test('without one the open task tells what is due', () => {
    expect(at(record(null), 1)).toMatchObject({ clock: undefined, dueOn: '2026-11-09' })
    // Five working days; 18 November is the Day of Repentance in Saxony only.
    expect(at(record(null, 'SN'), 4).dueOn).toBe('2026-11-27')
  })
})

describe('days', () => {
  test('the same record gives the same projection at any later time', () => {
    const facts = record(sixWeeks)
    const { phase, dueOn, timers, process } = at(facts, 3)
    const later = at(facts, 3, '2029-01-01T00:00:00Z')
    expect({
      phase: later.phase,
      dueOn: later.dueOn,
      timers: later.timers,
      tasks: later.process.tasks,
    }).toEqual({
      phase,
      dueOn,
      timers,
      tasks: process.tasks,
    })
  })

  test('midnight belongs to the day before', () => {
    expect(lastDayBefore('2026-11-10T23:00:00.000Z')).toBe('2026-11-10')
    expect(lastDayBefore('2026-07-10T22:00:00.000Z')).toBe('2026-07-10')
  })

  test('holidays are those of the Land, over New Year too', () => {
    const days = daysOff('ST', new Date('2026-12-30T12:00:00Z'), new Date('2026-12-30T12:00:00Z'))
    expect(days).toEqual(expect.arrayContaining(['2026-10-31', '2027-01-06', '2028-01-01']))
    expect(daysOff('SN', new Date('2026-05-01T00:00:00Z'), new Date('2026-05-01T00:00:00Z'))).toContain(
      '2026-11-18',
    )
    expect(days).not.toContain('2026-11-18')
  })
})
