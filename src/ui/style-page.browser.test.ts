// The whole library in a real browser: axe, width, touch targets, keyboard and security policy.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '#core/assets/build/build-assets.ts'
import { launchBrowser, visit } from './testing/browser.ts'
import { type StyleSite, startStyleSite } from './testing/style-site.tsx'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { viewport: { width: 320, height: 640 } }
const DESK = { viewport: { width: 1280, height: 900 } }

let browser: Browser
let site: StyleSite

beforeAll(async () => {
  await buildAssets({ force: false })
  site = await startStyleSite()
  browser = await launchBrowser(process.env.CHROMIUM_PATH)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const VIEWS: [string, BrowserContextOptions, script?: 'plain'][] = [
  ['320 px', PHONE],
  ['768 px', { viewport: { width: 768, height: 1024 } }],
  ['1280 px', DESK],
  ['dark', { ...DESK, colorScheme: 'dark' }],
  ['dark on the phone', { ...PHONE, colorScheme: 'dark' }],
  ['forced colours', { ...DESK, forcedColors: 'active' }],
  ['without scripts', PHONE, 'plain'],
]

describe.each(VIEWS)('the style page, %s', (_, options, script) => {
  test('has no fault that axe knows, never scrolls sideways, keeps the policy', async () => {
    const url = script === 'plain' ? site.plainUrl : site.url
    const complaints = await visit({ browser, url, options }, async page => {
      expect(await axeFaults(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
    })
    expect(complaints).toEqual([])
  }, 60_000)
})

test('axe would see a fault', async () => {
  await visit({ browser, url: site.url, options: DESK }, async page => {
    await page.locator('label[for="f-email"]').evaluate(label => label.remove())
    expect(await axeFaults(page)).toContainEqual(expect.stringMatching(/^label: .*f-email/))
  })
}, 60_000)

test('every control is at least 44 px high, also on the phone', async () => {
  for (const options of [PHONE, DESK])
    await visit({ browser, url: site.url, options }, async page =>
      expect(await lowControls(page)).toEqual([]),
    )
})

test('with the text spacing of WCAG 1.4.12 nothing is pushed out of the page', async () => {
  await visit({ browser, url: site.url, options: { ...PHONE, bypassCSP: true } }, async page => {
    await page.addStyleTag({
      content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    })
    expect(await sideways(page)).toBe(0)
  })
})

test('by keyboard: the skip link comes first, the focus is always to be seen', async () => {
  await visit({ browser, url: site.plainUrl, options: DESK }, async page => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('th-skip')
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press('Tab')
      expect(await focusRing(page)).toEqual({
        element: expect.any(String),
        width: expect.any(Number),
        covered: false,
      })
    }
  })
})

test('the font with further letters is fetched only for pages that hold one', async () => {
  await visit({ browser, url: site.plainUrl, options: DESK }, async page => {
    expect((await loadedFonts(page)).filter(name => name.includes('extended'))).toEqual([])
    await page.locator('h1').evaluate(heading => {
      heading.textContent = 'Łukasz'
    })
    await expect.poll(() => loadedFonts(page)).toContainEqual(expect.stringContaining('semibold-extended'))
  })
})

function loadedFonts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => name.endsWith('.woff2')),
  )
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}

// A choice is as high as its label: both are the target.
function lowControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main :is(input, select, textarea, button, summary, a.kern-btn)',
      ),
    ]
      .filter(control => control.offsetParent && !control.matches('[type=hidden], .th-hidden'))
      .map(control =>
        control.matches('[type=radio], [type=checkbox]') ? control.nextElementSibling : control,
      )
      .filter(target => target && target.getBoundingClientRect().height < 44)
      .map(target => `${target?.outerHTML.slice(0, 120)}: ${target?.getBoundingClientRect().height}`),
  )
}

function focusRing(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
    if (width < 2) throw new Error(`no focus ring on ${element.outerHTML.slice(0, 200)}`)
    const box = element.getBoundingClientRect()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
    return {
      element: element.tagName,
      width,
      covered: !!top && !element.contains(top) && !top.contains(element),
    }
  })
}
