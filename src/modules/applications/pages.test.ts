import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '#modules/catalogue/index.ts'
import { hiddenFields } from '#test/faults/applicant.ts'
import { faultsOf } from '#ui/testing/check-html.ts'
import { type Applying, startApplying } from './applying.fixture.ts'
import { pages } from './routes.ts'
import { reservedSlugs } from './urls.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

describe.each(['de', 'de-leicht', 'en'])('In %s', language => {
  it('every page of the tree permit is sound, accessible HTML', async () => {
    const browser = town.browser()
    const seen = async (path: string, status = 200) => {
      const answer = await browser.get(path)
      expect([path, answer.status]).toEqual([path, status])
      expect([path, faultsOf(answer.body)]).toEqual([path, []])
      return answer
    }
    await browser.get(`/leuna/antrag/baumfaellung?sprache=${language}`)
    const { draft, review } = await town.atReview(browser)
    for (const slug of ['gefahr', 'rolle', 'person', 'kontakt', 'grundstueck', 'stelle', 'bauvorhaben'])
      await seen(`${draft}/${slug}`)
    const trees = await seen(`${draft}/baeume`)
    const item = /href="([^"]*\/baeume\/trees\/[0-9a-f-]{36})"/.exec(trees.body)![1]!
    await seen(item)
    await seen(`${item}/entfernen`)
    await seen((await browser.get(`${draft}/baeume/trees/neu`)).location!)
    for (const slug of ['tiere', 'zeitraum', 'ersatzpflanzung', 'unterlagen', 'zustellung', 'erklaerungen'])
      await seen(`${draft}/${slug}?von=pruefen`)
    for (const slug of ['pruefen', 'weiter']) await seen(`${draft}/${slug}`)
    for (const path of ['/leuna/antrag/baumfaellung', '/leuna/weitermachen', '/leuna/status'])
      await seen(path)
    const wrong = await browser.post(`${draft}/person`, { applicant_given_name: '' })
    expect(wrong.status).toBe(422)
    expect(faultsOf(wrong.body)).toEqual([])
    await seen(`${draft}/pruefen`)
    await browser.get(`${draft}/person`)
    await browser.post(`${draft}/person`, {
      applicant_given_name: 'Ines',
      applicant_family_name: 'Hartwig',
      'applicant_address.street': 'Rathausstraße',
      'applicant_address.house_number': '14',
      'applicant_address.postcode': '06237',
      'applicant_address.town': 'Leuna',
    })
    const again = await seen(`${draft}/pruefen`)
    await browser.post(`${draft}/absenden`, hiddenFields(again.body))
    await seen(`${draft}/eingang`)
    expect(review.status).toBe(200)
  })
})

describe('Addresses', () => {
  it('of packages do not clash with our own', async () => {
    const packages = await loadCatalogue('catalogue')
    expect(packages.length).toBeGreaterThan(0)
    const slugs = packages.flatMap(pack => pack.flow.pages.map(page => page.slug))
    expect(slugs.filter(slug => (reservedSlugs as readonly string[]).includes(slug))).toEqual([])
  })

  it('that stand where a page’s slug stands are all reserved', () => {
    const own = pages.flatMap(
      page => /^\/:portal\/antrag\/:service\/:draft\/([^:/][^/]*)/.exec(page.path)?.[1] ?? [],
    )
    expect([...new Set(own)].sort()).toEqual([...reservedSlugs].sort())
  })

  it('that change something take a form with a token', () => {
    for (const page of pages) expect(['GET', 'POST']).toContain(page.method)
    const posts = pages.filter(page => page.method === 'POST')
    expect(posts.every(page => page.form !== undefined)).toBe(true)
  })
})
