import { failed, type Outcome } from './outcome.ts'
import type { Step } from './steps.ts'

/** Runs every step, also after a failed one: a person wants to see all that is to be mended. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    const began = performance.now()
    const outcome = await attempt(step)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const mark = outcome.failed === 0 ? '✓' : '✗'
    console.log(`${mark} ${step.name.padEnd(14)} ${seconds.padStart(6)} s   ${step.what}`)
    if (outcome.failed > 0 && outcome.output !== undefined) console.log(`\n${outcome.output.trim()}\n`)
    total.passed += outcome.passed
    total.failed += outcome.failed
    total.skipped += outcome.skipped
  }
  return total
}

async function attempt(step: Step): Promise<Outcome> {
  try {
    return await step.run()
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
