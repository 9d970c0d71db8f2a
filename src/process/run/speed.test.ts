import { expect, test } from 'vitest'
import { drawn } from '../drawing.fixture.ts'
import type { Fact } from '../fact.ts'
import { runProcess } from './run-process.ts'

test('a case of 1,000 facts is replayed in milliseconds', async () => {
  const model =
    await drawn(`start s\n task a {torhaus:outcomes="offen fertig" torhaus:workingDays="5"}\n beside-timer t @a\n xor g
    effect x\n receive w\n end e\n end r\n s -> a\n a -> g\n g -> x : outcome = "offen" and submitted.fee > 3\n g -> e else
    x -> w\n w -> a\n t -> r`)
  const facts: Fact[] = [{ seq: 1, at: '2026-11-03T09:00:00Z', type: 'submitted', data: { fee: 4 } }]
  const tell = (type: string, data: Record<string, unknown>) =>
    facts.push({ seq: facts.length + 1, at: '2026-11-03T09:00:00Z', type, data })
  for (let round = 1; facts.length < 1000; round += 1) {
    tell('noted', { text: 'Anruf' })
    tell('task.completed', { task: `a:${round}`, outcome: 'offen', data: { round } })
    tell('effect.done', { effect: `x:${round}` })
    tell('message.received', { name: 'w' })
  }
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now()
    const state = runProcess(model, facts, new Date('2026-11-04'), {})
    expect(state.tasks.map(task => task.id)).toEqual(['a:251'])
    return performance.now() - begin
  }).sort((a, b) => a - b)
  const median = times[7] ?? Number.POSITIVE_INFINITY
  console.log(`replay of ${facts.length} facts: ${median.toFixed(2)} ms`)
  // The promise is 10 ms; other work on the machine may take its share.
  expect(median).toBeLessThan(40)
})
