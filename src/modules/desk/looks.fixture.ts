import { AxeBuilder } from '@axe-core/playwright'
import { buildAssets } from '#core/assets/build/build-assets.ts'
import type { Browser as Visitor } from '#test/visitor/browser.ts'
import { launchBrowser, visit } from '#ui/testing/browser.ts'

const widths = [360, 1280] as const

/** What a page must not have: faults that axe knows, sideways scrolling, errors, requests to other origins. */
export async function openEyes(url: string) {
  await buildAssets({ force: false })
  const browser = await launchBrowser(process.env.CHROMIUM_PATH)
  return {
    browser,
    /** Every fault of these pages on the phone and at the desk, each with its page. */
    faultsOf: async (who: Visitor, paths: readonly string[]): Promise<string[]> => {
      const faults: string[] = []
      for (const width of widths)
        for (const path of paths) faults.push(...(await faultsAt(who, { width, path })))
      return faults
    },
    close: () => browser.close(),
  }

  async function faultsAt(who: Visitor, { width, path }: { width: number; path: string }): Promise<string[]> {
    const storageState = {
      origins: [],
      cookies: [...who.cookies].map(([name, value]) => ({
        ...{ name, value, domain: '127.0.0.1', path: '/', expires: -1 },
        ...{ httpOnly: true, secure: false, sameSite: 'Lax' as const },
      })),
    }
    const found: string[] = []
    const where = { browser, url: url + path, options: { viewport: { width, height: 900 }, storageState } }
    const complaints = await visit(where, async page => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) found.push(`scrolls sideways by ${overflow} px`)
    })
    // The browser's own viewer of PDFs loads its parts from itself.
    const ours = complaints.filter(one => !/^chrome(-extension)?:/.test(one))
    return [...found, ...ours].map(fault => `${path} at ${width} px: ${fault}`)
  }
}
export type Eyes = Awaited<ReturnType<typeof openEyes>>
