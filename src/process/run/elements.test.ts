import { describe, expect, test } from 'vitest'
import { drawn } from '../drawing.fixture.ts'
import { Play } from '../play.fixture.ts'

async function play(lines: string, context = {}): Promise<Play> {
  return new Play(await drawn(lines), context)
}

describe('activities', () => {
  const each = 'start s\n end e\n s -> a\n a -> e\n'

  test('user and manual tasks wait for a person', async () => {
    for (const word of ['task', 'manual']) {
      const it = await play(`${each} ${word} a`)
      expect(it.state.tasks).toMatchObject([{ id: 'a:1', node: 'a', name: 'a', role: 'clerk', excluded: [] }])
      expect(it.state.ended).toBe(false)
      expect(it.done('a').state).toMatchObject({ ended: true, tasks: [] })
    }
  })

  test('service and send tasks wait until their effect is confirmed', async () => {
    for (const word of ['effect', 'send']) {
      const it = await play(`${each} ${word} a`)
      expect(it.state.effects).toMatchObject([{ id: 'a:1', node: 'a', name: 'a' }])
      expect(it.confirm('a', { document: 'x' }).state).toMatchObject({ ended: true, effects: [] })
      expect(it.state.variables).toMatchObject({ effects: { a: { document: 'x' } } })
    }
  })

  test('receive task and message event wait for their message only', async () => {
    for (const word of ['receive', 'catch']) {
      const it = await play(`${each} ${word} a`)
      expect(it.state.waits).toMatchObject([{ id: 'a:1', message: 'a', anytime: false }])
      expect(it.message('b').open).toEqual(['a'])
      expect(it.ignored).toEqual(['nobody-waits'])
      expect(it.message('a').state.ended).toBe(true)
    }
  })

  test('a timer waits and tells when it is due', async () => {
    const it = await play(`${each} timer a`)
    expect(it.state.timers).toMatchObject([
      { id: 'a:1', node: 'a', dueAt: '2026-11-13T23:00:00.000Z', due: false },
    ])
    it.tell({ type: 'noted', data: {}, at: '2026-11-14T00:00:00Z' })
    expect(it.state.timers).toMatchObject([{ due: true }])
    expect(it.fire('a').state.ended).toBe(true)
  })

  test('a milestone is passed without a stop', async () => {
    expect((await play(`${each} pass a`)).state.ended).toBe(true)
  })

  test('an effect is told what the last person brought along', async () => {
    const it = await play('start s\n task a\n effect x\n end e\n s -> a\n a -> x\n x -> e')
    it.done('a', undefined, { data: { missing: ['Foto'] } })
    expect(it.state.effects[0]?.data).toEqual({ missing: ['Foto'] })
  })

  test('a message which starts the process is waited for', async () => {
    const it = await play('start-message s\n task a\n end e\n s -> a\n a -> e')
    expect(it.open).toEqual(['s'])
    expect(it.message('s').open).toEqual(['a'])
  })
})

describe('exclusive gateway', () => {
  const fork = (
    one: string,
    two: string,
  ) => `start s\n task a {torhaus:outcomes="ja nein"}\n xor g\n task b\n task c
    end e\n s -> a\n a -> g\n g -> b${one}\n g -> c${two}\n b -> e\n c -> e`

  test('takes the first flow whose condition holds', async () => {
    const it = await play(fork(' : outcome = "ja"', ' : outcome = "nein"'))
    expect((await play(fork(' : outcome = "ja"', ' else'))).done('a', 'nein').open).toEqual(['c'])
    expect(it.done('a', 'ja').open).toEqual(['b'])
  })

  test('reads context, facts, tasks, messages and today', async () => {
    const conditions = [
      'fee > 100',
      'submitted.trees[1].species = "Eiche"',
      'tasks.a.by = "weber" and tasks.a.data.note = "x"',
      'messages.consulted.office.answer',
      'decision.recorded.kind = "grant"',
      'today = date("2026-11-03")',
    ]
    for (const condition of conditions) {
      const model = await drawn(fork(` : ${condition}`, ' else'))
      const it = new Play(model, { fee: 120 })
      expect(new Play(model).done('a', 'ja').open).toEqual(condition.includes('today') ? ['b'] : ['c'])
      it.tell({ type: 'submitted', data: { trees: [{ species: 'Eiche' }] } })
      it.tell({ type: 'decision.recorded', data: { kind: 'grant' } })
      it.message('consulted.office', { answer: true })
      expect(it.done('a', 'ja', { by: 'weber', data: { note: 'x' } }).open, condition).toEqual(['b'])
    }
  })

  test('takes no way by chance where none fits', async () => {
    const it = await play(fork(' : outcome = "ja"', ' : fee > 3'))
    expect(it.done('a', 'nein').state).toMatchObject({ ended: false, stuck: [{ node: 'g' }] })
  })
})

describe('parallel gateway', () => {
  test('starts all ways and waits for all of them', async () => {
    const it = await play(
      'start s\n and f\n task a\n task b\n and j\n task c\n end e\n' +
        's -> f\n f -> a\n f -> b\n a -> j\n b -> j\n j -> c\n c -> e',
    )
    expect(it.open).toEqual(['a', 'b'])
    expect(it.done('b').open).toEqual(['a'])
    expect(it.done('a').open).toEqual(['c'])
    expect(it.done('c').state.ended).toBe(true)
  })

  test('parallel paths keep their own outcome', async () => {
    const it =
      await play(`start s\n and f\n task a\n task b\n xor g\n task yes\n task no\n end e\n s -> f\n f -> a\n f -> b
      a -> g\n b -> e\n g -> yes : outcome = "ja"\n g -> no else\n yes -> e\n no -> e`)
    expect(it.done('b', 'nein').done('a', 'ja').open).toEqual(['yes'])
  })
})

describe('inclusive gateway', () => {
  const lines = `start s\n or f\n task a\n task b\n task c\n or j\n task d\n end e\n s -> f\n f -> a : one\n f -> b : two
    f -> c else\n a -> j\n b -> j\n c -> j\n j -> d\n d -> e`

  test('takes every way whose condition holds and waits for exactly those', async () => {
    const both = await play(lines, { one: true, two: true })
    expect(both.open).toEqual(['a', 'b'])
    expect(both.done('a').open).toEqual(['b'])
    expect(both.done('b').open).toEqual(['d'])
    expect((await play(lines, { one: true })).done('a').open).toEqual(['d'])
    expect((await play(lines)).open).toEqual(['c'])
  })

  test('does not wait for a token which can no longer come', async () => {
    const it = await play(`start s\n or f\n task a\n xor g\n task b\n or j\n task d\n end e\n end out\n s -> f
      f -> a : true\n f -> b : true\n a -> g\n g -> j : outcome = "weiter"\n g -> out else\n b -> j\n j -> d\n d -> e`)
    expect(it.done('b').open).toEqual(['a'])
    expect(it.done('a', 'aus').open).toEqual(['d'])
  })
})

describe('event gateway', () => {
  test('the first event takes away the others', async () => {
    const lines =
      'start s\n race g\n catch m\n timer t\n task a\n task b\n end e\n' +
      's -> g\n g -> m\n g -> t\n m -> a\n t -> b\n a -> e\n b -> e'
    const it = await play(lines)
    expect(it.open).toEqual(['m', 't'])
    expect(it.message('m').open).toEqual(['a'])
    expect((await play(lines)).fire('t').open).toEqual(['b'])
  })
})
