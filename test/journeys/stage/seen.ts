import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import type { Device } from './device.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** WCAG 1.4.10: at this width nobody has to scroll sideways. */
const narrowest = 320

/** The states of this file that were looked at, by name. */
export const states: string[] = []

/**
 * Looks at a state of a page as it stands before somebody: barriers that axe knows, in light and in the dark,
 * sideways scrolling, and everything that the device complained of until now.
 * @throws Error that names the state and each fault
 */
export async function seen(device: Device, state: string): Promise<void> {
  const faults = [...(await faultsOn(await watchable(device))), ...device.complaints]
  if (faults.length > 0)
    throw new Error(`${state} (${new URL(device.page.url()).pathname}):\n- ${faults.join('\n- ')}`)
  states.push(state)
}

/** `inTheDark: false` leaves out the second look, where only words differ from what was looked at already. */
export async function faultsOn(page: Page, { inTheDark = true } = {}): Promise<string[]> {
  return [
    ...told(await axe(page).withTags(RULES).analyze()),
    ...(inTheDark ? await darkContrasts(page) : []),
    ...(await sidewaysScroll(page)),
  ]
}

/** axe is a script itself: of a device without, the same markup and styles are looked at in a page beside it. */
async function watchable({ page, script, context }: Device): Promise<Page> {
  if (script) return page
  const mirror = mirrors.get(context) ?? (await openMirror(context))
  mirrors.set(context, mirror)
  const address = page.url()
  const body = await page.content()
  await mirror.route(address, route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await mirror.goto(address)
  await mirror.unroute(address)
  return mirror
}

const mirrors = new WeakMap<BrowserContext, Page>()

async function openMirror(context: BrowserContext): Promise<Page> {
  const beside = await context.browser()!.newContext({ viewport: context.pages()[0]!.viewportSize() })
  const mirror = await beside.newPage()
  // What scripts would add is not there for somebody without them.
  await mirror.route(/\.js$/, route => route.fulfill({ body: '', contentType: 'text/javascript' }))
  return mirror
}

/** Colours are all that the dark changes. */
async function darkContrasts(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = told(await axe(page).withRules(['color-contrast']).analyze())
  await page.emulateMedia({ colorScheme: null })
  return found.map(fault => `in the dark: ${fault}`)
}

// The only frames are those of the browser's own viewer of PDFs, which axe cannot enter. The legacy mode spares a
// second page for each look.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true).options({ iframes: false })

type Report = Awaited<ReturnType<AxeBuilder['analyze']>>

function told({ violations }: Report): string[] {
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: narrowest, height: before.height })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await page.setViewportSize(before)
  return over > 0 ? [`scrolls sideways by ${over} px at ${narrowest} px`] : []
}
