import { describe, expect, test } from 'vitest'
import { pages } from '#src/compose.ts'
import { assignMore } from '../checks/assign-more.ts'
import { forge, forgeries } from '../checks/forge.ts'
import type { OwnerForm } from '../table/owner-form.ts'
import { nameOf } from '../table/routes.ts'
import { type Furnished, plants } from '../world/furnish.ts'

/** What every form refuses: the requests of other sites, and fields that it does not ask for. */
export function formsSuite(there: () => Furnished): void {
  everyFormSuite(there)
  carelessDoorSuite(there)
}

function everyFormSuite(there: () => Furnished): void {
  describe('every form', () => {
    test('has somebody who may send it', () => {
      const known = there().forms.map(form => nameOf(form.page))
      expect(
        pages
          .filter(page => page.method === 'POST')
          .map(nameOf)
          .filter(name => !known.includes(name)),
      ).toEqual([])
    })

    test('is taken from our own pages only, and what is refused changes nothing', async () => {
      const faults: string[] = []
      for (const form of there().forms) faults.push(...(await forge(there().world, form)))
      const { forms } = there()
      console.info(`${forms.length} forms, ${forms.length * forgeries.length} forgeries`)
      expect(forms.length).toBeGreaterThan(10)
      expect(faults).toEqual([])
    }, 300_000)

    test('takes nothing that it does not ask for', async () => {
      const faults: string[] = []
      for (const form of there().forms) faults.push(...(await assignMore(there(), form)))
      expect(faults).toEqual([])
    }, 300_000)
  })
}

function carelessDoorSuite(there: () => Furnished): void {
  const { door } = plants
  const sendForged = (path: string) => forge(there().world, formAt(path))
  const sendMore = (path: string) => assignMore(there(), formAt(path))

  describe('a careless door is caught', () => {
    test('that asks for no token', async () => {
      const faults = await sendForged(door.open)
      for (const { name } of forgeries.filter(({ name }) => !/GET|JSON|text/.test(name)))
        expect(faults).toContain(`POST ${door.open} ${name}: 200 `)
      expect(faults).toContain(`POST ${door.open} without token: changes torhaus.counters`)
    })
    test('that refuses too late', async () => {
      expect(await sendForged(door.late)).toContain(
        `POST ${door.late} without token: changes torhaus.counters`,
      )
    })
    test('that acts on GET', async () => {
      expect(await sendForged(door.late)).toContain(`POST ${door.late} by GET: changes torhaus.counters`)
    })
    test('that stores whatever it gets', async () => {
      const faults = await sendMore(door.greedy)
      for (const value of ['operator', 'merseburg', 'erschlichen-preis', '1999-12-31'])
        expect(faults).toContain(`POST ${door.greedy}: "${value}" was taken in`)
    })
    test('that seals whatever it gets', async () => {
      expect(await sendMore(door.sealing)).toContain(
        `POST ${door.sealing}: "erschlichen-status" was taken in`,
      )
    })
    test('that falls over', async () => {
      expect(await sendMore(door.fragile)).toContainEqual(expect.stringMatching(/with constructor: 500$/))
    })
  })
}

const formAt = (path: string): OwnerForm => ({
  page: { ...pages.find(page => page.method === 'POST')!, path },
  role: 'resident',
  path,
  fields: { value: ['1'] },
})
