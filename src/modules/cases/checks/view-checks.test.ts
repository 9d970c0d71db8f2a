import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { StaffId } from '#core/ids.ts'
import { type Answers, openFlow } from '#flow/index.ts'
import { loadCatalogue, type WalkDefinition } from '#modules/catalogue/index.ts'
import type { CaseFact } from '../record/fact.ts'
import { openChecks, viewChecks } from './view-checks.ts'

const catalogue = path.join(import.meta.dirname, '../../../../catalogue')
const [tree] = (await loadCatalogue(catalogue)).filter(one => one.id === 'baumfaellung')
const folder = path.join(catalogue, 'bauen-umwelt/baumfaellung/walks')
const names = (await readdir(folder)).filter(name => name.endsWith('.yaml'))
const walks = await Promise.all(
  names.map(async name => parse(await readFile(path.join(folder, name), 'utf8')) as WalkDefinition),
)

/** The answers of a journey as they would be stored, with an id for each tree and a file for each upload. */
function answersOf(walk: WalkDefinition): Answers {
  const answers = structuredClone(Object.assign({}, ...Object.values(walk.answers)))
  const items = Object.values(answers).flatMap(value => (Array.isArray(value) ? [...value.entries()] : []))
  for (const [n, item] of items) if (typeof item === 'object') Object.assign(item, { _id: `item-${n}` })
  for (const [place, files] of Object.entries(walk.uploads ?? {})) {
    const stored = files.map(({ name }) => ({ document: name, name, bytes: 1000, type: 'image/jpeg' }))
    const [group = '', n, field] = place.split('.')
    if (field === undefined) answers[place] = stored
    else answers[group][Number(n)][field] = stored
  }
  return answers
}

function view(walk: WalkDefinition, facts: CaseFact[] = []) {
  const open = openFlow(tree!.flow, answersOf(walk), {
    today: walk.today,
    param: walk.param ?? {},
    portal: walk.tenant,
  })
  const authority = {
    name: 'Stadt Leuna',
    office: 'Ordnung',
    street: '',
    house_number: '',
    postcode: '',
    town: '',
  }
  const around = {
    flow: tree!.flow,
    open,
    fileNumber: 'LEU-2026-00001',
    submittedOn: walk.today,
    today: walk.today,
    authority,
  }
  return viewChecks(tree!.checks, around, facts)
}

describe('what the answers say by themselves', () => {
  const expected = walks.flatMap(walk =>
    Object.entries(walk.expect.checks ?? {}).map(([key, result]): [string, string, boolean | null] => [
      walk.name,
      key,
      result,
    ]),
  )
  test('the journeys of the package say enough to compare with', () => {
    expect(expected.length).toBeGreaterThan(5)
    expect(new Set(expected.map(([, , result]) => result))).toEqual(new Set([true, false, null]))
  })

  test.each(expected)('%s: %s is %s', (name, key, result) => {
    const [id, n] = key.split('.')
    const checks = view(walks.find(walk => walk.name === name)!).flatMap(group => group.checks)
    const found = checks.find(
      check => check.id === id && (n === undefined || check.item?.index === Number(n)),
    )
    expect(found && (found.automatic ? found.automatic.result === 'in_order' : null)).toBe(result)
  })
})

describe('reasons and answers', () => {
  test('reasons are filled readably in every language', () => {
    for (const walk of walks) {
      for (const { automatic } of view(walk).flatMap(group => group.checks)) {
        for (const text of Object.values(automatic?.because ?? {}))
          expect(text).not.toMatch(/[{}]|undefined|null|\[object/)
      }
    }
  })

  test('codes become words', () => {
    const texts = walks.flatMap(walk =>
      view(walk).flatMap(group =>
        group.checks.flatMap(check =>
          check.id === 'species_covered' ? [check.automatic?.because?.de ?? ''] : [],
        ),
      ),
    )
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) if (text) expect(text).toMatch(/^Angegeben ist: \p{Lu}/u)
  })

  test('the newest answer of a worker counts, and what is open is known', () => {
    const [walk] = walks
    const before = openChecks(view(walk!))
    const fact = (seq: number, result: 'yes' | 'no'): CaseFact => ({
      seq,
      at: new Date('2026-11-03T09:00:00Z'),
      type: 'check.recorded',
      actor: { kind: 'staff', id: 'w' as StaffId },
      data: { check: before[0]!.key, result },
    })
    const keys = (facts: CaseFact[]) => openChecks(view(walk!, facts)).map(check => check.key)
    expect(keys([fact(2, 'no'), fact(3, 'yes')])).not.toContain(before[0]!.key)
    expect(keys([fact(2, 'yes'), fact(3, 'no')])).toContain(before[0]!.key)
    expect(openChecks(view(walk!), 'no_permit_needed').length).toBeLessThan(before.length)
  })
})
