import { describe, expect, test } from 'vitest'
import { drawn } from '../drawing.fixture.ts'
import { Play } from '../play.fixture.ts'

async function play(lines: string, context = {}): Promise<Play> {
  return new Play(await drawn(lines), context)
}

describe('boundary events', () => {
  const lines = (event: string) => `start s\n task a\n ${event} late @a\n task b\n end e\n end e2
    s -> a\n a -> e\n late -> b\n b -> e2`

  test('an interrupting timer or message takes the work away', async () => {
    expect((await play(lines('on-timer'))).fire('late').open).toEqual(['b'])
    expect((await play(lines('on-message'))).message('late').open).toEqual(['b'])
  })

  test('a timer beside the work fires once and leaves the work', async () => {
    const it = await play(lines('beside-timer'))
    expect(it.fire('late').open).toEqual(['a', 'b'])
    expect(it.fire('late').ignored).toEqual(['not-open'])
    expect(it.done('a').open).toEqual(['b'])
    expect(it.done('b').state.ended).toBe(true)
  })

  test('a message beside the work may come again', async () => {
    const it = await play(lines('beside-message'))
    expect(it.message('late').message('late').open).toEqual(['a', 'b', 'b', 'late'])
    expect(it.state.waits).toMatchObject([{ message: 'late', anytime: true }])
    expect(it.state.tasks.map(task => task.id)).toEqual(['a:1', 'b:1', 'b:2'])
  })

  test('goes when its activity is done', async () => {
    const it = await play(lines('on-timer')).then(each => each.done('a'))
    expect(it.state).toMatchObject({ ended: true, timers: [] })
  })
})

describe('ends', () => {
  const lines = (end: string) =>
    `start s\n and f\n task a\n task b\n ${end} x\n end e\n s -> f\n f -> a\n f -> b\n a -> x\n b -> e`

  test('an end takes its own token, a terminating end takes all', async () => {
    expect((await play(lines('end'))).done('a').open).toEqual(['b'])
    expect((await play(lines('terminate'))).done('a').state).toMatchObject({ ended: true, tasks: [] })
  })

  test('a terminating end stops tokens which were still on their way', async () => {
    const it = await play(
      'start s\n and f\n terminate x\n task a\n end e\n s -> f\n f -> x\n f -> a\n a -> e',
    )
    expect(it.state).toMatchObject({ ended: true, tasks: [] })
  })
})

describe('sub-process', () => {
  const lines = `start s\n sub p1 {\n start s1\n and f\n task a\n task b\n end e1\n s1 -> f\n f -> a\n f -> b\n a -> e1\n b -> e1\n }
    on-message stop @p1\n task c\n task d\n end e\n s -> p1\n p1 -> c\n stop -> d\n c -> e\n d -> e`

  test('goes on when nothing lives inside', async () => {
    const it = await play(lines)
    expect(it.done('a').open).toEqual(['b', 'stop'])
    expect(it.done('b').open).toEqual(['c'])
  })

  test('an interruption takes everything inside away', async () => {
    expect((await play(lines)).done('a').message('stop').open).toEqual(['d'])
  })

  test('a terminating end inside ends the sub-process only', async () => {
    expect((await play(lines.replace('end e1', 'terminate e1'))).done('a').open).toEqual(['c'])
  })
})

describe('event sub-process', () => {
  const lines = (attribute: string) => `start s\n task a\n end e\n s -> a\n a -> e
    event-sub w {\n start-message m ${attribute}\n task c\n end e1\n m -> c\n c -> e1\n }`

  test('interrupts all work of its process', async () => {
    const it = await play(lines(''))
    expect(it.state.waits).toMatchObject([{ message: 'm', anytime: true }])
    expect(it.message('m').open).toEqual(['c'])
    expect(it.message('m').ignored).toEqual(['nobody-waits'])
    expect(it.done('c').state.ended).toBe(true)
  })

  test('or runs beside it', async () => {
    const it = await play(lines('{isInterrupting="false"}'))
    expect(it.message('m').open).toEqual(['a', 'c', 'm'])
    expect(it.done('a').done('c').state).toMatchObject({ ended: true, waits: [] })
  })

  test('does not keep a finished process alive', async () => {
    expect((await play(lines(''))).done('a').state).toMatchObject({ ended: true, waits: [] })
  })
})
