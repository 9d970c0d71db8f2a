import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '#src/compose.ts'
import { assignMore, marksFor } from './checks/assign-more.ts'
import { forge, forgeries } from './checks/forge.ts'
import { plantCarelessDoor } from './planted/careless-door.ts'
import { crawl } from './table/crawl.ts'
import { type OwnerForm, ownerForms } from './table/owner-form.ts'
import { nameOf } from './table/routes.ts'
import { buildWorld, type World } from './world/build-world.ts'
import { hearSeals } from './world/hear-seals.ts'
import { type Role, residentEmail } from './world/roles.ts'

const door = plantCarelessDoor()
let world: World
let forms: readonly OwnerForm[]
let heard: string[]

beforeAll(async () => {
  world = await buildWorld({ plant: door.plant })
  door.serve(world)
  forms = ownerForms(pages, await crawl(world, pages))
  for (const browser of Object.values(world.people)) await browser.get('/leuna/status')
  heard = hearSeals(world.portal.services.keyring)
  await world.keep()
}, 180_000)
afterAll(() => world?.stop())

const strangerOf = (role: Role) => world.people[role === 'guest' ? 'otherGuest' : 'guest']
const forgeAll = (form: OwnerForm) =>
  forge(world.people[form.role], form, {
    state: world.state,
    origin: world.portal.url,
    stranger: strangerOf(form.role),
  })

describe('every form', () => {
  test('has somebody who may send it', () => {
    const known = forms.map(form => nameOf(form.page))
    expect(
      pages
        .filter(page => page.method === 'POST')
        .map(nameOf)
        .filter(name => !known.includes(name)),
    ).toEqual([])
  })

  test('is taken from our own pages only, and what is refused changes nothing', async () => {
    const faults: string[] = []
    for (const form of forms) faults.push(...(await forgeAll(form)))
    console.info(`${forms.length} forms, ${forms.length * forgeries.length} forgeries`)
    expect(forms.length).toBeGreaterThan(10)
    expect(faults).toEqual([])
  }, 300_000)

  test('takes nothing that it does not ask for', async () => {
    const faults: string[] = []
    for (const form of forms)
      faults.push(...(await assignMore(world, form, { marks: await marksOf(form.role), heard })))
    expect(faults).toEqual([])
  }, 300_000)
})

/** Another town and another person than those of the sender. */
async function marksOf(role: Role) {
  const other = residentEmail[role === 'otherResident' ? 'resident' : 'otherResident']
  const [account] = await world.state.query('select id from torhaus.accounts where email = $1', [other])
  const tenant = role === 'otherTenant' || role === 'otherGuest' ? 'leuna' : 'merseburg'
  return marksFor({ tenant, account: String(account!.id) })
}

describe('a careless door is caught', () => {
  const form = (path: string): OwnerForm => ({
    page: { ...pages.find(page => page.method === 'POST')!, path },
    role: 'resident',
    path,
    fields: { value: ['1'] },
  })

  test('that asks for no token', async () => {
    const faults = await forgeAll(form(door.open))
    for (const { name } of forgeries.filter(({ name }) => !/GET|JSON|text/.test(name)))
      expect(faults).toContain(`POST ${door.open} ${name}: 200 `)
    expect(faults).toContain(`POST ${door.open} without token: changes torhaus.counters`)
  })
  test('that refuses too late', async () => {
    expect(await forgeAll(form(door.late))).toContain(
      `POST ${door.late} without token: changes torhaus.counters`,
    )
  })
  test('that acts on GET', async () => {
    expect(await forgeAll(form(door.late))).toContain(`POST ${door.late} by GET: changes torhaus.counters`)
  })
  test('that stores whatever it gets', async () => {
    const marks = await marksOf('resident')
    const faults = await assignMore(world, form(door.greedy), { marks, heard })
    for (const value of ['operator', 'merseburg', 'erschlichen-preis', '1999-12-31', marks.account])
      expect(faults).toContain(`POST ${door.greedy}: "${value}" was taken in`)
  })
  test('that seals whatever it gets', async () => {
    const faults = await assignMore(world, form(door.sealing), { marks: await marksOf('resident'), heard })
    expect(faults).toContain(`POST ${door.sealing}: "erschlichen-status" was taken in`)
  })
  test('that falls over', async () => {
    const faults = await assignMore(world, form(door.fragile), { marks: await marksOf('resident'), heard })
    expect(faults).toContainEqual(expect.stringMatching(/with constructor: 500$/))
  })
})
