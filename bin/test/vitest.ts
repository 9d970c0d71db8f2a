import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './command.ts'
import { failed, type Outcome } from './outcome.ts'

export interface Run {
  readonly name: string
  readonly folders: readonly string[]
  readonly without: readonly string[]
  readonly chromium: string | undefined
}

interface FileResult {
  readonly status: string
  readonly assertionResults: readonly { readonly status: string }[]
}

/** Runs vitest with its own words on the screen and counts from its JSON report. */
export async function runVitest({ name, folders, without, chromium }: Run): Promise<Outcome> {
  const report = join(ROOT, 'test-results', `${name}.json`)
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', ...folders, ...without.flatMap(folder => ['--exclude', `${folder}/**`])]
  const code = await show(
    [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    chromium,
  )
  if (!existsSync(report)) return failed(`vitest ended with code ${code} and left no report`)
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: FileResult[] }
  return count(testResults, code)
}

/** Adds up a report; what failed outside of any test (a file that does not load, a leak) counts too. */
export function count(files: readonly FileResult[], code: number): Outcome {
  const states = files.flatMap(file => file.assertionResults.map(test => test.status))
  const broken = files.filter(
    file => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length
  const passed = states.filter(state => state === 'passed').length
  const faults = states.filter(state => state === 'failed').length + broken
  const skipped = states.length - passed - (faults - broken)
  if (passed + faults === 0) return { ...failed('no test was found'), skipped }
  return { passed, failed: faults === 0 && code !== 0 ? 1 : faults, skipped }
}

function isFailed(test: { readonly status: string }): boolean {
  return test.status === 'failed'
}

function show(args: readonly string[], chromium: string | undefined): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) }
  const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), args, { cwd: ROOT, env, stdio: 'inherit' })
  child.once('error', reject)
  child.once('close', code => resolve(code ?? 1))
  return promise
}
