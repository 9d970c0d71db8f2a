import { expect, test } from 'vitest'
import exceptions from './exceptions.json' with { type: 'json' }
import { type Rule, readProject, type Violation } from './project.ts'
import { cycles } from './rules/cycles.ts'
import { fileNames } from './rules/file-names.ts'
import { fileSize, isGenerated, linesOf } from './rules/file-size.ts'
import { environment, outgoing, randomness } from './rules/forbidden-names.ts'
import { layers } from './rules/layers.ts'
import { messageFiles } from './rules/message-files.ts'
import { moduleDoors } from './rules/module-doors.ts'
import { moduleLevels } from './rules/module-levels.ts'
import { moduleTable } from './rules/module-table.ts'
import { sqlPlace } from './rules/sql-place.ts'
import { unfinished } from './rules/unfinished.ts'
import { visibleText } from './rules/visible-text.ts'

const RULES: Readonly<Record<string, Rule>> = {
  'core, engines, components and packages import no module': layers,
  'modules are entered through their doors': moduleDoors,
  'calls between modules go down the published table': moduleTable,
  'no file needs itself': cycles,
  'inside a module files import their own level or lower': moduleLevels,
  'SQL is written in stores': sqlPlace,
  'only config.ts reads the environment': environment,
  'nothing is left to Math.random': randomness,
  'other machines are called from listed places': outgoing,
  'names say what is inside': fileNames,
  'nothing is left unfinished': unfinished,
  'every text exists in every language': messageFiles,
  'what people see comes from message files': visibleText,
}

const project = readProject()

// A check that reads nothing finds nothing. The number only guards against that.
test('the rules look at the whole project', () => {
  const areas = new Set(project.sources.map(({ path }) => path.split('/').slice(0, 2).join('/')))
  expect(project.sources.length).toBeGreaterThan(200)
  expect([...areas]).toEqual(
    expect.arrayContaining(['src/core', 'src/flow', 'src/process', 'src/ui', 'src/modules']),
  )
})

test.each(Object.entries(RULES))('%s', (_, rule) => {
  expect(tell(rule(project))).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(tell(fileSize(project, exceptions))).toEqual([])
})

test('files stay small', () => {
  const lengths = project.sources.filter(({ text }) => !isGenerated(text)).map(({ text }) => linesOf(text))
  const sorted = lengths.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  console.log(`${sorted.length} files: median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${sorted.at(-1)}`)
  expect(at(0.5)).toBeLessThanOrEqual(60)
  expect(at(0.9)).toBeLessThanOrEqual(150)
})

function tell(violations: readonly Violation[]): string[] {
  return violations.map(({ path, line, words }) => `${path}:${line} ${words}`)
}
