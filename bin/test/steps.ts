import { findOrInstallChromium } from './chromium.ts'
import { runCommand } from './command.ts'
import { checkLint } from './lint.ts'
import type { Outcome } from './outcome.ts'
import { runVitest } from './vitest.ts'

export const GROUPS = ['static', 'unit', 'journeys', 'faults'] as const
type Group = (typeof GROUPS)[number]

export interface Step {
  readonly group: Group
  readonly name: string
  readonly what: string
  run(): Promise<Outcome>
}

// Run as steps of their own, so not among the unit tests.
const APART = ['test/architecture', 'test/journeys', 'test/faults']

/** The order is the order of the runs: what is quick and explains most comes first. */
export const STEPS: readonly Step[] = [
  tool('assets', 'styles, fonts and islands are built', ['node', 'bin/build.ts']),
  tool('types', 'TypeScript finds no fault', ['tsc', '--noEmit', '-p', '.']),
  tool('format', 'formatting and lint rules of Biome', ['biome', 'check', '--error-on-warnings', '.']),
  { group: 'static', name: 'lint', what: 'no promise unattended, no function too long', run: checkLint },
  tool('unused', 'no file, export or package is unused', ['knip', '--no-config-hints']),
  tool('lockfile', 'npm ci works on every machine', ['node', 'bin/lockfile.ts', '--check']),
  tool('licences', 'the list of other people’s work is complete', ['node', 'bin/licences.ts', '--check']),
  tool('catalogue', 'every service package is sound', ['bin/torhaus', 'check']),
  tests('static', 'architecture', {
    what: 'who may call whom, sizes, names, texts',
    folder: 'test/architecture',
  }),
  tests('unit', 'unit', { what: 'all tests beside the code' }),
  tests('journeys', 'journeys', { what: 'residents and clerks in a browser', folder: 'test/journeys' }),
  tests('faults', 'faults', { what: 'nothing is lost when processes are killed', folder: 'test/faults' }),
]

function tool(name: string, what: string, command: readonly string[]): Step {
  return { group: 'static', name, what, run: () => runCommand(command) }
}

function tests(group: Group, name: string, { what, folder }: { what: string; folder?: string }): Step {
  return {
    group,
    name,
    what,
    async run() {
      // Tests that need a browser fail by themselves, with its words, where none could be had.
      const chromium = group === 'static' ? undefined : await findOrInstallChromium()
      const where =
        folder === undefined ? { folders: [], without: APART } : { folders: [folder], without: [] }
      return runVitest({ name, ...where, chromium })
    },
  }
}
