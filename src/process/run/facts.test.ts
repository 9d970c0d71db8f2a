import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn } from '../drawing.fixture.ts'
import { Play } from '../play.fixture.ts'
import { runProcess } from './run-process.ts'

const loop = `start s\n task a {torhaus:outcomes="weiter zurück" torhaus:workingDays="5"}\n xor g
  task b {torhaus:notBy="a" torhaus:role="supervisor"}\n receive w {torhaus:pausesClock="true"}\n end e
  s -> a\n a -> g\n g -> b : outcome = "weiter"\n g -> w : outcome = "zurück"\n w -> a\n b -> e`

describe('facts that move nothing stay visible', () => {
  test.each([
    [
      'a task that is not open',
      { type: 'task.completed', data: { task: 'a:7', outcome: 'weiter' } },
      'not-open',
    ],
    ['no task named', { type: 'task.completed', data: {} }, 'malformed'],
    [
      'an outcome not offered',
      { type: 'task.completed', data: { task: 'a:1', outcome: 'fliegen' } },
      'unknown-outcome',
    ],
    ['no outcome', { type: 'task.completed', data: { task: 'a:1' } }, 'unknown-outcome'],
    ['a message without a name', { type: 'message.received', data: {} }, 'malformed'],
    ['a message nobody waits for', { type: 'message.received', data: { name: 'x' } }, 'nobody-waits'],
    ['a timer that does not run', { type: 'timer.fired', data: { timer: 'a:1' } }, 'not-open'],
    ['an effect not asked for', { type: 'effect.done', data: { effect: 'a:1' } }, 'not-open'],
  ])('%s', async (_, fact, reason) => {
    const it = new Play(await drawn(loop)).tell(fact)
    expect(it.ignored).toEqual([reason])
    expect(it.open).toEqual(['a'])
  })

  test('a second click on the same task', async () => {
    const again = { type: 'task.completed', data: { task: 'a:1', outcome: 'weiter' } }
    const it = new Play(await drawn(loop)).tell(again).tell(again)
    expect(it.ignored).toEqual(['not-open'])
    expect(it.open).toEqual(['b'])
  })

  test('anything after the end', async () => {
    const it = new Play(await drawn(loop)).done('a', 'weiter').done('b').done('a', 'weiter')
    expect(it.ignored).toEqual(['ended'])
  })
})

describe('four eyes', () => {
  test('the one who did the first task may not do the second', async () => {
    const it = new Play(await drawn(loop)).done('a', 'weiter', { by: 'weber' })
    expect(it.state.tasks).toMatchObject([{ node: 'b', role: 'supervisor', excluded: ['weber'] }])
    expect(it.done('b', undefined, { by: 'weber' }).ignored).toEqual(['same-person'])
    expect(it.done('b', undefined, { by: 'kern' }).state.ended).toBe(true)
  })
})

describe('time', () => {
  test('a task is due after working days and overdue then', async () => {
    const model = await drawn(loop)
    const holidays = ['2026-11-09']
    const it = new Play(model, { holidays })
    expect(it.state.tasks).toMatchObject([{ dueAt: '2026-11-11T23:00:00.000Z', overdue: false }])
    const later = runProcess(model, it.facts, new Date('2026-11-11T23:00:00Z'), { holidays })
    expect(later.tasks).toMatchObject([{ overdue: true }])
  })

  test('the clock stands still while the applicant is asked', async () => {
    const it = new Play(await drawn(loop)).done('a', 'zurück')
    const since = it.facts.at(-1)?.at
    expect(it.state.pauses).toEqual([{ node: 'w', since }])
    it.tell({ type: 'message.received', data: { name: 'w' }, at: '2026-11-20T10:00:00Z' })
    expect(it.state.pauses).toEqual([{ node: 'w', since, until: '2026-11-20T10:00:00.000Z' }])
  })

  test('each time a task opens it has a key of its own', async () => {
    const it = new Play(await drawn(loop)).done('a', 'zurück').message('w')
    expect(it.state.tasks.map(task => task.id)).toEqual(['a:2'])
    expect(it.state.tasks[0]?.since).toBe(it.facts.at(-1)?.at)
  })
})

describe('replay', () => {
  test('does not depend on the order in which facts are handed over, nor on other replays', async () => {
    const model = await drawn(loop)
    const it = new Play(model).done('a', 'zurück').message('w').done('a', 'weiter', { by: 'weber' })
    const state = it.state
    expect(runProcess(model, it.facts.toReversed(), new Date(it.facts.at(-1)?.at ?? 0), {})).toEqual(state)
    expect(it.state).toEqual(state)
  })

  test('changes neither facts nor context', async () => {
    const model = await drawn(loop)
    const context = Object.freeze({ decision: Object.freeze({ recorded: 1 }) })
    const facts = [
      { seq: 1, at: '2026-11-03T09:00:00Z', type: 'decision.recorded.kind', data: Object.freeze({ x: 1 }) },
    ]
    runProcess(model, facts, new Date('2026-11-03'), context)
    expect(context).toEqual({ decision: { recorded: 1 } })
  })

  test('without facts the case begins now', async () => {
    const state = runProcess(await drawn(loop), [], new Date('2026-11-03T09:00:00Z'), {})
    expect(state.tasks).toMatchObject([{ id: 'a:1', since: '2026-11-03T09:00:00.000Z' }])
  })

  test('hostile names stay names', async () => {
    const it = new Play(await drawn(loop))
    for (const type of ['__proto__.polluted', 'constructor', 'a.__proto__.b', 'toString']) {
      it.tell({ type, data: { polluted: true } })
    }
    expect(it.open).toEqual(['a'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('whatever is on record, replay does not throw', async () => {
    const model = await drawn(loop)
    const data = fc.dictionary(
      fc.constantFrom('task', 'outcome', 'name', 'timer', 'effect', 'data'),
      fc.jsonValue(),
    )
    const type = fc.constantFrom('task.completed', 'message.received', 'timer.fired', 'effect.done', 'noted')
    fc.assert(
      fc.property(fc.array(fc.record({ type, data }), { maxLength: 8 }), told => {
        const facts = told.map((fact, index) => ({ ...fact, seq: index, at: '2026-11-03T09:00:00Z' }))
        const { tasks, waits, ended } = runProcess(model, facts, new Date('2026-11-03'), {})
        expect(tasks.length + waits.length + Number(ended)).toBe(1)
      }),
    )
  })
})
