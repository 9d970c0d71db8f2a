import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMetrics } from '#core/log/metrics.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { ROOT, readDocument } from './documents.ts'
import { fencesOf } from './fences.ts'

const { text } = readDocument('docs/operator.md')

/** The cells of the table below a heading, without its head. */
function rowsBelow(heading: string, of = text): string[][] {
  const table = of.split(`## ${heading}\n`)[1]?.match(/(?:^\|.*\n)+/m)?.[0] ?? ''
  const rows = table.trimEnd().split('\n').slice(2)
  return rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

/** Everything that the configuration asks the environment for. */
function settingNames(): string[] {
  const asked = new Set<string>()
  const environment = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name))
        return undefined
      },
    },
  )
  readConfig(environment)
  return [...asked].sort()
}

const namesOf = (rows: string[][]) => rows.map(([name = '']) => name.replaceAll('`', '')).sort()
const settings = rowsBelow('Alle Einstellungen')

test('the table has every setting, and none that does not exist', () => {
  expect(settingNames()).toContain('PORT')
  expect(namesOf(settings)).toEqual(settingNames())
})

test('a setting that is missing or invented is caught', () => {
  const without = namesOf(settings.filter(([name]) => name !== '`PORT`'))
  expect(without).not.toEqual(settingNames())
  expect(namesOf([...settings, ['`GONE`', '–', '']])).not.toEqual(settingNames())
})

test('what holds without a setting is told truly', () => {
  const config = readConfig({})
  // BASE_URL and DEMO follow from others; the table says so in words.
  const derived = ['BASE_URL', 'DEMO']
  for (const [name = '', told] of settings.map(([first = '', ...rest]) => [
    first.replaceAll('`', ''),
    ...rest,
  ])) {
    if (derived.includes(name)) continue
    const key = name.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    expect(Object.keys(config), name).toContain(key)
    const value = config[key as keyof Config]
    expect(told, name).toBe(value === undefined ? '–' : `\`${String(value)}\``)
  }
})

test('the example of the settings starts once the key is filled in', () => {
  const file = fencesOf(text).find(fence => fence.language === 'ini' && fence.body.includes('BASE_URL'))!
  const lines = file.body.trim().split('\n')
  const told = Object.fromEntries(lines.map(line => line.split(/=(.*)/s).slice(0, 2) as [string, string]))
  expect(() => readConfig(told)).toThrow('MASTER_KEY: missing')
  const config = readConfig({ ...told, MASTER_KEY: Buffer.alloc(32, 1).toString('base64') })
  expect(config).toMatchObject({ demo: false, secure: true, trustProxy: 1 })
})

test('the table has every command, and none that does not exist', () => {
  const { stdout } = spawnSync(join(ROOT, 'bin/torhaus'), ['--help'], { encoding: 'utf8' })
  const known = [...stdout.matchAll(/^ {2}([a-z-]+)/gm)].map(found => found[1])
  const told = rowsBelow('Alle Befehle').map(([cell = '']) => /bin\/torhaus ([a-z-]+)/.exec(cell)?.[1])
  expect(known.length).toBeGreaterThan(3)
  expect(told.sort()).toEqual(known.sort())
})

test('every figure to watch is one that Torhaus tells', async () => {
  const told = new Set([...text.matchAll(/`(torhaus_[a-z_]+)`/g)].map(found => found[1]!))
  told.delete('torhaus_app') // a role of the database
  expect(told.size).toBeGreaterThan(2)
  const shown = await createMetrics().text()
  for (const name of told) expect(shown).toContain(`# TYPE ${name} `)
})

test('what a refused start says is what the guide quotes', () => {
  expect(() => readConfig({ PORT: 'x' })).toThrow(/^Settings are wrong/)
  expect(text).toContain('„Settings are wrong“')
})
