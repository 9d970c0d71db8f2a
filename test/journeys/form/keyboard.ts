import type { Locator, Page } from 'playwright-core'
import type { Device } from '../stage/device.ts'
import type { Hand } from './hand.ts'

/** More stops than any page has: whoever needs them all is in a trap. */
const most_stops = 150

/**
 * Works a page by keys alone: Tab to the control, then what people press there. Each stop on the way must show where
 * the focus is.
 */
export function keyboard({ page }: Device): Hand {
  return {
    press: async control => {
      await reach(page, control)
      await page.keyboard.press('Enter')
    },
    type: async (control, text) => {
      await reach(page, control)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    choose: async control => {
      // Tab stops once in a group of radio buttons; the arrow keys choose within it.
      await reach(page, control, isInGroup)
      for (let stops = 0; stops < most_stops && !(await hasFocus(control)); stops++)
        await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
    },
    tick: async control => {
      await reach(page, control)
      await page.keyboard.press('Space')
    },
    pick: async (control, option) => {
      await reach(page, control)
      await page.keyboard.type(option)
    },
    attach: async (control, files) => {
      await reach(page, control)
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
      await chooser.setFiles([...files])
    },
  }
}

/** @throws Error when Tab never comes there, or a stop on the way does not show that it has the focus */
export async function reach(
  page: Page,
  control: Locator,
  isThere: (control: Locator) => Promise<boolean> = hasFocus,
): Promise<void> {
  await control.waitFor()
  for (let stops = 0; stops < most_stops; stops++) {
    if (await isThere(control)) return
    await page.keyboard.press('Tab')
    const unseen = await unseenFocus(page)
    if (unseen) throw new Error(`${page.url()}: the focus does not show on ${unseen}`)
  }
  throw new Error(`${page.url()}: Tab does not lead to ${control}`)
}

const hasFocus = (control: Locator) => control.evaluate(element => element === document.activeElement)

const isInGroup = (control: Locator) =>
  control.evaluate(element => {
    const active = document.activeElement
    const isRadio = element instanceof HTMLInputElement && active instanceof HTMLInputElement
    return isRadio && active.name === element.name && active.form === element.form
  })

/** WCAG 2.4.7, 2.4.11, 2.4.13: a ring of at least two pixels, in view and not covered. */
export const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const isInView = box.bottom > 0 && box.top < innerHeight && box.width > 0
    const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    return isInView && hasRing ? undefined : element.outerHTML.slice(0, 160)
  })
