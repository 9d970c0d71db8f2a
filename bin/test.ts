// `npm test`: every check of Torhaus, in order, with the time of each, closed by one line of counts.
//   npm test                              all of them
//   npm test -- --only static,journeys    groups (static, unit, journeys, faults) or single steps (types, lint …)
//   npm test -- --list                    what there is
import { parseArgs } from 'node:util'
import { runSteps } from './test/run-steps.ts'
import { GROUPS, STEPS } from './test/steps.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean', default: false } },
})

const wanted = values.only?.split(',') ?? [...GROUPS]
const unknown = wanted.filter(name => !STEPS.some(step => step.group === name || step.name === name))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')} (npm test -- --list tells what there is)`)
  process.exit(64)
}

const steps = STEPS.filter(step => wanted.includes(step.group) || wanted.includes(step.name))
if (values.list) {
  for (const step of steps) console.log(`${step.group.padEnd(10)} ${step.name.padEnd(14)} ${step.what}`)
} else {
  const { passed, failed, skipped } = await runSteps(steps)
  if (skipped > 0) console.log(`${skipped} skipped: what they need is not on this machine`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
