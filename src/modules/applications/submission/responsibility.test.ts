import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFields } from '#test/faults/applicant.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

const addressIn = (postcode: string, place: string) => ({
  'place_address.street': 'Rathausstraße',
  'place_address.house_number': '14',
  'place_address.postcode': postcode,
  'place_address.town': place,
})

describe('Who receives an application', () => {
  it('is the authority of the place, whichever portal it was started in', async () => {
    const { draft, receipt, fileNumber } = await town.sent(town.browser(), { portal: 'merseburg' })
    expect(draft).toMatch(/^\/merseburg\//)
    expect(fileNumber).toMatch(/^LEU-2026-/)
    expect(receipt.body).toContain('Stadt Leuna, Fachbereich Ordnung und Umwelt prüft Ihren Antrag.')
    const [row] = await town.query('select * from torhaus.applications where draft_id = $1', [
      draft.split('/').at(-1),
    ])
    expect(row).toMatchObject({ tenant_id: 'leuna', portal_slug: 'merseburg' })
  })

  it('decides by its parameters what the form asks, as soon as the place is known', async () => {
    await town.query(
      `update torhaus.offers set parameters = '{"protected_circumference_conifer_cm": 300}' where tenant_id = 'merseburg'`,
    )
    town.portal.clock.advance(120_000)
    const { browser, draft, pages } = await town.atReview()
    expect(pages).toContain('replacement')
    // The same pine, but in Merseburg, where it is not protected: no replacement is asked for.
    await browser.get(`${draft}/grundstueck`)
    const moved = await browser.post(`${draft}/grundstueck`, addressIn('06217', 'Merseburg'))
    expect(moved.status).toBe(303)
    expect((await browser.get(`${draft}/ersatzpflanzung`)).status).toBe(303)
    await browser.get(`${draft}/grundstueck`)
    await browser.post(`${draft}/grundstueck`, addressIn('06237', 'Leuna'))
    expect((await browser.get(`${draft}/ersatzpflanzung`)).status).toBe(200)
  })

  it('is nobody here when the place is elsewhere and the portal’s authority does not offer it', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/grundstueck`)
    await browser.post(`${draft}/grundstueck`, addressIn('80331', 'München'))
    await town.query(`update torhaus.offers set active = false where tenant_id = 'leuna'`)
    town.portal.clock.advance(120_000)
    try {
      const review = await browser.get(`${draft}/pruefen`)
      const sent = await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
      expect(sent.path).toBe(`${draft}/pruefen?stand=ort`)
      expect(sent.body).toContain('Für diesen Ort sind wir nicht zuständig')
      expect(await town.count('applications where draft_id = $1', draft.split('/').at(-1))).toBe(0)
    } finally {
      await town.query(`update torhaus.offers set active = true where tenant_id = 'leuna'`)
      town.portal.clock.advance(120_000)
    }
  })
})
