import { expect, test } from 'vitest'
import { runFaults } from './harness.ts'

const minutes = (count: number) => count * 60_000

test('60 kills lose nothing, double nothing, leave no halves', { timeout: minutes(8) }, async () => {
  const run = await runFaults({ kills: 60, clients: 8, seed: 20_261_103 })
  console.log(JSON.stringify(run))
  expect(run.acknowledged).toBeGreaterThan(20)
  expect({ lost: run.lost, duplicated: run.duplicated, orphans: run.orphans }).toEqual({
    lost: [],
    duplicated: [],
    orphans: [],
  })
  expect({ unsent: run.unsent, unknownMails: run.unknownMails }).toEqual({ unsent: 0, unknownMails: 0 })
})

test('without the unique key the same harness finds doubled applications', {
  timeout: minutes(4),
}, async () => {
  const run = await runFaults({ kills: 4, clients: 8, seed: 1, sabotage: 'unique' })
  expect(run.duplicated.length).toBeGreaterThan(0)
})
