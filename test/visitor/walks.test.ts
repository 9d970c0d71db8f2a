import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '#modules/catalogue/index.ts'
import { startPortal, type TestPortal } from '../portal.ts'
import { openBrowser } from './browser.ts'
import { walkToReview } from './walk.ts'

const packages = await loadCatalogue('catalogue')
const walks = packages.flatMap(found =>
  found.walks.map(walk => ({ name: `${found.id}: ${walk.name}`, found, walk })),
)

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

describe('every walk leads through the portal to the review page, on the pages it says', () => {
  test('there are walks', () => expect(walks.length).toBeGreaterThan(5))

  // A walk that sets parameters of its own asks for another town than the demo has.
  test.each(walks.filter(({ walk }) => walk.param === undefined))('$name', async ({ found, walk }) => {
    portal.clock.set(`${walk.today}T09:00:00Z`)
    const slug = (await portal.services.portals.find(walk.portal ?? walk.tenant))
      ? (walk.portal ?? walk.tenant)
      : 'leuna'
    const offer = await portal.services.catalogue.offer(slug as never, found.id)
    const published = (await portal.services.catalogue.find(found.id))!
    const browser = openBrowser(portal.url)
    const walked = await walkToReview(browser, {
      package: published,
      walk,
      param: offer?.param ?? {},
      portal: slug,
    })
    browser.close()
    expect([...new Set(walked.pages)]).toEqual(walk.expect.pages)
    expect(walked.review.body).toContain('absenden')
  })
})
