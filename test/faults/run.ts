// npm run -s faults -- --kills 200 --json          kills at random; exit code 1 when anything was lost or doubled
// npm run -s faults -- --sabotage                  the unique key dropped: must be noticed (exit code 1)
import { parseArgs } from 'node:util'
import { type FaultRun, runFaults, type Sabotage } from './harness.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sabotage: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const isSound = (run: FaultRun) =>
  run.lost.length + run.duplicated.length + run.orphans.length + run.unsent + run.unknownMails === 0

async function one(sabotage?: Sabotage): Promise<boolean> {
  const run = await runFaults({
    kills: Number(values.kills),
    clients: Number(values.clients),
    seed: Number(values.seed),
    sabotage,
    ...(values.json ? {} : { report: (line: string) => console.error(line) }),
  })
  const counts = { lost: run.lost.length, duplicated: run.duplicated.length, orphans: run.orphans.length }
  const kills = run.kills.web + run.kills.worker + run.kills.postgres
  const { submissions, acknowledged, unsent, repeatedMails, seed } = run
  const told = { kills, acknowledged, ...counts, submissions, unsent, repeatedMails, seed, of: run.kills }
  console.log(values.json ? JSON.stringify(sabotage ? { sabotage, ...told } : told) : told)
  return isSound(run)
}

process.exitCode = (await one(values.sabotage ? 'unique' : undefined)) ? 0 : 1
