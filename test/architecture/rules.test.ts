import { expect, test } from 'vitest'
import { projectOf, type Rule, readProject } from './project.ts'
import { cycles } from './rules/cycles.ts'
import { fileNames } from './rules/file-names.ts'
import { fileSize, LIMIT } from './rules/file-size.ts'
import { environment, outgoing, randomness } from './rules/forbidden-names.ts'
import { layers } from './rules/layers.ts'
import { messageFiles } from './rules/message-files.ts'
import { moduleDoors } from './rules/module-doors.ts'
import { levelsOf, moduleLevels } from './rules/module-levels.ts'
import { moduleTable, readTable } from './rules/module-table.ts'
import { sqlPlace } from './rules/sql-place.ts'
import { unfinished } from './rules/unfinished.ts'
import { visibleText } from './rules/visible-text.ts'

// For every rule an example that it refuses and a neighbour that it lets pass: `path: text` of a small
// project, and the places that must be found (`path:line`), no more and no fewer.
type Example = readonly [says: string, rule: Rule, files: Record<string, string>, found: readonly string[]]

const EXAMPLES: readonly Example[] = [
  [
    'core knows no module',
    layers,
    {
      'src/core/mail/mail.ts':
        "import { x } from '#core/ids.ts'\nimport { y } from '#modules/cases/index.ts'",
      'src/core/mail/mail.test.ts': "import { y } from '#modules/cases/index.ts'",
      'src/modules/cases/index.ts': "import { x } from '#core/ids.ts'",
    },
    ['src/core/mail/mail.ts:2'],
  ],
  [
    'types and lazy imports count as well',
    layers,
    { 'packages/xzufi/index.ts': "import type { X } from '#core/ids.ts'\nawait import('#ui/index.ts')" },
    ['packages/xzufi/index.ts:1', 'packages/xzufi/index.ts:2'],
  ],
  [
    'the engines touch neither files nor the network nor the database',
    layers,
    {
      'src/flow/a.ts': "import { evaluate } from 'feelin'\nimport { readFileSync } from 'node:fs'",
      'src/process/b.ts': "import pg from 'pg'\nexport { x } from '#flow/a.ts'",
    },
    ['src/flow/a.ts:2', 'src/process/b.ts:1', 'src/process/b.ts:2'],
  ],
  [
    'nobody reaches past a door, nor through the own one',
    moduleDoors,
    {
      'src/modules/cases/close-case.ts':
        "import './case-store.ts'\nimport { a } from '#modules/mailbox/index.ts'\n" +
        "import { b } from '#modules/mailbox/message-store.ts'\nimport { c } from './index.ts'",
      'src/compose.ts':
        "import { d } from '../src/modules/mailbox/routes.ts'\nimport('#modules/mailbox/a-command.ts')",
      'src/cli.ts': "await import('#modules/mailbox/a-command.ts')",
    },
    [
      'src/modules/cases/close-case.ts:3',
      'src/modules/cases/close-case.ts:4',
      'src/compose.ts:1',
      'src/compose.ts:2',
    ],
  ],
  [
    'calls go down the table',
    moduleTable,
    {
      'ARCHITECTURE.md': table('| cases | accounts |', '| accounts | – |'),
      'src/modules/cases/a.ts': "import { x } from '#modules/accounts/index.ts'",
      'src/modules/accounts/b.ts': "import { y } from '#modules/cases/index.ts'",
    },
    ['src/modules/accounts/b.ts:1'],
  ],
  [
    'the table lists every module, no other, and points downwards',
    moduleTable,
    {
      'ARCHITECTURE.md': table('| cases | – |', '| accounts | `cases` |', '| ghosts | – |'),
      'src/modules/cases/a.ts': '',
      'src/modules/accounts/b.ts': '',
      'src/modules/waste/c.ts': '',
    },
    ['ARCHITECTURE.md:1', 'ARCHITECTURE.md:1', 'ARCHITECTURE.md:1'],
  ],
  [
    'a missing table is not a free pass',
    moduleTable,
    { 'src/modules/cases/a.ts': '' },
    ['ARCHITECTURE.md:1'],
  ],
  [
    'no circle, by whatever detour; types alone make none',
    cycles,
    {
      'src/core/a.ts': "import './b.ts'",
      'src/core/b.ts': "export * from './c.ts'",
      'src/core/c.ts': "import { a } from '#core/a.ts'",
      'src/core/d.ts': "import type { E } from './e.ts'",
      'src/core/e.ts': "import { d } from './d.ts'",
    },
    ['src/core/a.ts:1'],
  ],
  [
    'edge → action → store → pure, never up',
    moduleLevels,
    {
      'src/modules/cases/cases.page.tsx': "import './close-case.ts'\nimport './case-store.ts'",
      'src/modules/cases/close-case.ts': "import './case-store.ts'\nimport './cases.page.tsx'",
      'src/modules/cases/case-store.ts': "import './model.ts'\nimport './close-case.ts'",
      'src/modules/cases/model.ts': "import './case-store.ts'",
    },
    [
      'src/modules/cases/close-case.ts:2',
      'src/modules/cases/case-store.ts:2',
      'src/modules/cases/model.ts:1',
    ],
  ],
  [
    'SQL in an action, by whatever way',
    sqlPlace,
    {
      'src/modules/cases/close-case.ts':
        "import pg from 'pg'\nimport type { Kysely } from 'kysely'\ndb.selectFrom('cases')\n" +
        "client.query(`select 1`)\nsql`delete from cases`\nform.query('name')",
      'src/modules/cases/case-store.ts': "import { sql } from 'kysely'\ndb.selectFrom('cases')",
      'src/core/jobs/worker.ts': "import pg from 'pg'\npool.query('delete from jobs')",
    },
    [...[1, 3, 4, 5].map(line => `src/modules/cases/close-case.ts:${line}`), 'src/core/jobs/worker.ts:2'],
  ],
  [
    'settings read anywhere else',
    environment,
    {
      'src/config.ts': 'process.env.PORT',
      'src/main.ts': 'readConfig(process.env)\nprocess.env.PORT',
      'src/core/mail/mail.ts': "process.env['SMTP_URL']",
    },
    ['src/main.ts:2', 'src/core/mail/mail.ts:1'],
  ],
  [
    'guessable numbers, in tests too',
    randomness,
    {
      'src/core/ids.ts': 'Math.round(1)\nMath.random()',
      'test/a.test.ts': 'const { random } = { random: Math.random }',
    },
    ['src/core/ids.ts:2', 'test/a.test.ts:1'],
  ],
  [
    'connections to other machines in unlisted places',
    outgoing,
    {
      'src/modules/cases/a.ts':
        "await fetch('https://example.org')\nimport { request } from 'node:https'\nrepo.fetch()",
      'src/core/mail/smtp.ts': "import { createTransport } from 'nodemailer'",
    },
    ['src/modules/cases/a.ts:1', 'src/modules/cases/a.ts:2'],
  ],
  [
    'names that say nothing, and names in camel case',
    fileNames,
    {
      'src/core/utils/a.ts': '',
      'src/core/date-helper.ts': '',
      'src/core/readForm.ts': '',
      'src/core/read-form.test.ts': '',
    },
    ['src/core/utils/a.ts:1', 'src/core/date-helper.ts:1', 'src/core/readForm.ts:1'],
  ],
  [
    'marks for later',
    unfinished,
    { 'src/a.ts': `let x\n// ${'TO'}${'DO'}: later`, 'src/b.ts': '// todo list' },
    ['src/a.ts:2'],
  ],
  [
    'a text, a blank or a language that is missing',
    messageFiles,
    {
      'src/ui/messages.de.json': '{ "a": "Hallo {name}", "b": { "c": "Gut" } }',
      'src/ui/messages.de-leicht.json': '{ "a": "Hallo", "b": { "c": "Gut" } }',
      'src/ui/messages.en.json': '{ "a": "Hello {name}", "b": { "c": " " } }',
      'src/flow/messages.de.json': '{}',
      'src/flow/faults.de.json': '{}',
      'src/flow/faults.en.json': '{}',
    },
    [
      'src/ui/messages.de-leicht.json:1',
      'src/ui/messages.en.json:1',
      'src/flow/messages.de-leicht.json:1',
      'src/flow/messages.en.json:1',
    ],
  ],
  [
    'words for people inside the code',
    visibleText,
    {
      'src/ui/a.tsx':
        'const a = <p title={t}>\n Weiter {x} · </p>\nconst b = <img alt="Town hall" class="big picture" />',
      'src/ui/b.ts':
        "// für Menschen\nconst key = 'notice'\nconst words = 'Bäume'\nconst letter = 'ä'\nconst more = `größer`",
      'src/ui/b.test.ts': "'Bäume'",
    },
    ['src/ui/a.tsx:1', 'src/ui/a.tsx:3', 'src/ui/b.ts:3', 'src/ui/b.ts:5'],
  ],
]

test.each(EXAMPLES)('refuses: %s', (...[, rule, files, found]) => {
  expect(rule(projectOf(files)).map(({ path, line }) => `${path}:${line}`)).toEqual(found)
})

test('a file may be 300 lines long, an exception no longer than it was, and none is kept in vain', () => {
  const files = { 'src/a.ts': lines(LIMIT), 'src/b.ts': lines(LIMIT + 1), 'src/c.ts': lines(400) }
  const generated = { 'src/d.ts': `// Generated by bin/x.ts\n${lines(500)}` }
  const project = projectOf({ ...files, ...generated })
  const broken = (list: Parameters<typeof fileSize>[1]) => fileSize(project, list).map(({ path }) => path)
  expect(broken([])).toEqual(['src/b.ts', 'src/c.ts'])
  expect(broken([exception('src/b.ts', 301), exception('src/c.ts', 400)])).toEqual([])
  expect(broken([exception('src/b.ts', 301), exception('src/c.ts', 399)])).toContain('src/c.ts')
  expect(broken([exception('src/b.ts', 301), exception('src/c.ts', 410)])).toContain('src/c.ts')
  expect(
    broken([exception('src/b.ts', 301), exception('src/c.ts', 400), exception('src/a.ts', 300)]),
  ).toEqual(['src/a.ts'])
})

test('a file that only computes counts as pure, whatever its name', () => {
  const project = projectOf({
    'src/modules/cases/deadline.ts': "import type { Case } from './model.ts'",
    'src/modules/cases/model.ts': '',
    'src/modules/cases/close-case.ts': "import type { Db } from '#core/db/database.ts'",
    'src/modules/cases/reopen-case.ts': "import { close } from './close-case.ts'",
  })
  expect(Object.fromEntries(levelsOf(project))).toEqual({
    'src/modules/cases/deadline.ts': 0,
    'src/modules/cases/model.ts': 0,
    'src/modules/cases/close-case.ts': 2,
    'src/modules/cases/reopen-case.ts': 2,
  })
})

test('the table of modules is read from between other text', () => {
  const text = `# A\n| Word | Means |\n|---|---|\n| x | y |\n\n${table('| `cases` | `accounts`, tenants | why |', '| tenants | – |')}\nmore`
  expect([...readTable(text)]).toEqual([
    ['cases', ['accounts', 'tenants']],
    ['tenants', []],
  ])
})

test('on disk every import within the project leads to a file, so no rule follows a wrong path', () => {
  const project = readProject()
  const known = new Set([...project.sources.map(({ path }) => path), ...project.texts.keys()])
  const lost = project.sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => /^[.#].*\.(ts|tsx|json)$/.test(from))
      .filter(({ target }) => /^(src|packages|client|bin|bench)\//.test(target) && !known.has(target))
      .map(({ from }) => `${path}: ${from}`),
  )
  expect(lost).toEqual([])
})

function table(...rows: string[]): string {
  return ['| Module | May call |', '|---|---|', ...rows, ''].join('\n')
}

function lines(count: number): string {
  return 'let x\n'.repeat(count)
}

function exception(path: string, count: number) {
  return { path, lines: count, reason: 'an example' }
}
