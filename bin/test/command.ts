import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { failed, type Outcome, PASSED } from './outcome.ts'

export const ROOT = join(import.meta.dirname, '../..')

export interface Result {
  readonly code: number
  readonly output: string
}

/** Runs a tool of the project with its own Node and packages first; its words are kept for a failure. */
export function capture(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Result> {
  const [program = '', ...args] = command
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  }
  child.once('error', reject)
  child.once('close', code => resolve({ code: code ?? 1, output }))
  return promise
}

export async function runCommand(command: readonly string[]): Promise<Outcome> {
  const { code, output } = await capture(command)
  return code === 0 ? PASSED : failed(output || `${command.join(' ')} ended with code ${code}`)
}
