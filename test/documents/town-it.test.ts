import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadCatalogue } from '#modules/catalogue/index.ts'
import { openDecision } from '#modules/decisions/form/open-decision.ts'
import { composeNotice } from '#modules/decisions/notice/compose-notice.ts'
import { decisionOfWalk, frameOf, matterOfWalk, textOf } from '#modules/decisions/notice/walk.fixture.ts'
import { readRegion } from '#modules/tenants/index.ts'
import { ROOT, readDocument } from './documents.ts'
import { fencesOf } from './fences.ts'
import { type Play, playGuide } from './play-guide.ts'

const guide = readDocument('docs/town-it.md').text
const service = 'bauen-umwelt/brauchtumsfeuer'

const plays: Play[] = []
const play = (text: string, runs: 'all' | 'last') => {
  const played = playGuide(text, service, runs)
  plays.push(played)
  return played
}
afterAll(() => {
  for (const one of plays) one.remove()
})

const asTold = play(guide, 'all')

test('every command of the guide prints what the guide says', () => {
  expect(asTold.commands.length).toBeGreaterThan(2)
  for (const { line, told, shown } of asTold.commands) expect(shown, `docs/town-it.md:${line}`).toBe(told)
})

test('the service of the guide is one that the portal can offer', async () => {
  const packages = await loadCatalogue(asTold.catalogue)
  expect(packages.map(one => one.id)).toEqual(['brauchtumsfeuer'])
  expect(packages[0]?.walks).toHaveLength(2)
})

test('its letters say what the walks of the guide expect, in whole sentences', async () => {
  const [pack] = await loadCatalogue(asTold.catalogue)
  const outcomes = pack!.walks.map(walk => walk.decision?.outcome)
  expect(outcomes.sort()).toEqual(pack!.service.outcomes.map(outcome => outcome.id).sort())
  for (const walk of pack!.walks) {
    const matter = matterOfWalk(pack!, walk)
    const decided = openDecision(matter, decisionOfWalk(walk))
    const { letter, faults } = composeNotice(decided, frameOf(matter))
    expect([...decided.errors, ...faults], walk.name).toEqual([])
    for (const sentence of walk.letter?.has ?? []) expect(textOf(letter)).toContain(sentence)
    for (const sentence of walk.letter?.lacks ?? []) expect(textOf(letter)).not.toContain(sentence)
  }
})

test('a fault in the guide’s files comes out', () => {
  const { commands } = play(
    guide.replace('type: longtext\n        when: height_m', 'type: longtext\n        when: hight_m'),
    'last',
  )
  expect(commands.at(-1)?.shown).toContain('„hight_m“ ist hier nicht bekannt.')
})

test('what the guide proposes to try gives the answer that it names', () => {
  expect(guide).toContain('Setzen Sie im Weg von Ines Hartwig `height_m` auf 1.5')
  const { commands } = play(guide.replace('height_m: 2.5', 'height_m: 1.5'), 'last')
  expect(commands.at(-1)?.shown).toContain('Die Antwort auf „watch“ ist angegeben')
})

test('a page that no walk visits is a warning, as the guide says', () => {
  const { commands } = play(guide.replace('delivery_channel: portal', 'delivery_channel: post'), 'last')
  expect(commands.at(-1)?.shown).toContain('Kein Weg besucht die Seite „consent“.')
})

test('a town can offer it as the guide says', async () => {
  const fence = fencesOf(guide).find(one => one.marks.stadt)!
  const told = parse(fence.body) as { services: Record<string, Offered> }
  const [pack] = await loadCatalogue(asTold.catalogue)
  const offered = told.services.brauchtumsfeuer!
  expect(Object.keys(pack!.service.parameters ?? {})).toEqual(
    expect.arrayContaining(Object.keys(offered.parameters)),
  )
  const leuna = await readLeunaWith(told.services)
  expect(leuna.offices.map(one => one.id)).toContain(offered.office)
  expect(leuna.services).toEqual(told.services)
})

test('the tables name every kind of question and of parameter, and no other', () => {
  const kinds = (file: string, ...path: string[]) => enumOf(file, path).sort()
  const named = (heading: string) => {
    const table = guide.split(heading)[1]?.split('\n\n')[1] ?? ''
    const firstCells = table
      .split('\n')
      .slice(2)
      .map(row => row.split('|')[1] ?? '')
    return firstCells.flatMap(cell => [...cell.matchAll(/`([a-z_]+)`/g)].map(found => found[1]!)).sort()
  }
  expect(named('**Arten von Fragen**')).toEqual(kinds('field.json', 'properties', 'type', 'enum'))
  expect(named('**Arten von Einstellungen**')).toEqual(
    kinds('service.json', 'properties', 'parameters', 'additionalProperties', 'properties', 'type', 'enum'),
  )
})

interface Offered {
  readonly office: string
  readonly parameters: Record<string, unknown>
}

function enumOf(file: string, path: readonly string[]): string[] {
  const schema = JSON.parse(readFileSync(join(ROOT, 'catalogue/schema', file), 'utf8')) as unknown
  const found = path.reduce((at, step) => (at as Record<string, unknown>)[step], schema)
  return [...(found as string[])]
}

/** The demo's town, with the services that the guide shows in the place of its own. */
async function readLeunaWith(services: unknown) {
  const folder = mkdtempSync(join(os.tmpdir(), 'torhaus-region-'))
  try {
    cpSync(join(ROOT, 'regions/saalekreis'), folder, { recursive: true })
    const file = join(folder, 'tenants/leuna.yaml')
    const own = parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    writeFileSync(file, stringify({ ...own, services }))
    const region = await readRegion(folder)
    return region.tenants.find(tenant => tenant.id === 'leuna')!
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
