import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './documents.ts'
import { type Fence, fencesOf } from './fences.ts'

/** One command of a guide, with what the guide says it prints and what it really prints. */
export interface Played {
  readonly line: number
  readonly told: string
  readonly shown: string
}

export interface Play {
  readonly commands: readonly Played[]
  /** The catalogue that has grown from the guide's files */
  readonly catalogue: string
  readonly remove: () => void
}

/**
 * Follows a guide word by word in a folder of its own: writes each file it shows (several blocks of one file are
 * put together in order) and runs each command.
 *
 * @param service the folder, below the catalogue, into which the guide's files belong
 * @param runs `last` leaves all commands out but the last, which sees the finished files
 */
export function playGuide(text: string, service: string, runs: 'all' | 'last' = 'all'): Play {
  const folder = mkdtempSync(join(os.tmpdir(), 'torhaus-guide-'))
  const catalogue = join(folder, 'catalogue')
  for (const shared of ['blocks', 'codelists', 'processes'])
    cpSync(join(ROOT, 'catalogue', shared), join(catalogue, shared), { recursive: true })
  const commands: Played[] = []
  const fences = fencesOf(text)
  const last = fences.findLast(fence => fence.language === 'console')
  for (const fence of fences) {
    if (fence.marks.datei) write(join(catalogue, service, fence.marks.datei), fence.body)
    if (fence.language === 'console' && (runs === 'all' || fence === last)) commands.push(run(fence, folder))
  }
  return { commands, catalogue, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function write(file: string, body: string): void {
  mkdirSync(dirname(file), { recursive: true })
  // A blank line between the parts, as a person would leave one.
  appendFileSync(file, `${body}\n`)
}

function run(fence: Fence, folder: string): Played {
  const [command = '', ...told] = fence.body.trimEnd().split('\n')
  const [program = '', ...args] = command.replace(/^\$ /, '').split(' ')
  const { stdout, stderr } = spawnSync(join(ROOT, program), args, { cwd: folder, encoding: 'utf8' })
  return { line: fence.line, told: told.join('\n'), shown: `${stdout}${stderr}`.trimEnd() }
}
