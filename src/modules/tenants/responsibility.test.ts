import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { findResponsible, longestPrefix } from './responsibility.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const responsible = (postcode: string, town: string) =>
  inScope(portal.services.database, { now: portal.clock.now() }, db =>
    findResponsible(db, 'baumfaellung', { postcode, town }),
  )

test('the town decides on its own trees', async () => {
  expect(await responsible('06237', 'Leuna')).toMatchObject({ tenant: 'leuna', office: 'ordnung' })
  expect(await responsible('06217', 'merseburg ')).toMatchObject({ tenant: 'merseburg', office: 'gruen' })
})
test('where the town has no portal of its own, the district does', async () => {
  expect(await responsible('06268', 'Querfurt')).toMatchObject({
    tenant: 'saalekreis',
    office: 'naturschutz',
  })
})
test('nobody here decides about other places', async () => {
  expect(await responsible('04109', 'Leipzig')).toBeUndefined()
})
test('the longest prefix wins', () => {
  const district = { ars: '15088', name: 'district' }
  const town = { ars: '150880205205', name: 'town' }
  expect(longestPrefix('150880205205', [district, town])?.name).toBe('town')
  expect(longestPrefix('150880220220', [district, town])?.name).toBe('district')
  expect(longestPrefix('14713', [district, town])).toBeUndefined()
})
