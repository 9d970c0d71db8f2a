import { buildAssets } from '#core/assets/build/build-assets.ts'
import { type Desk, startDesk } from '#modules/desk/desk.fixture.ts'
import { launchBrowser } from '#ui/testing/browser.ts'
import { type Device, type DeviceOptions, openDevice } from './device.ts'

/** A portal and the people before it: each with a device of their own, all in one browser. */
export interface Town extends Desk {
  /** A fresh device: nothing open, and no cookies but those of `as`. */
  device(options?: DeviceOptions): Promise<Device>
}

/** @example const town = await openTown(); const ines = await town.device({ width: 360 }) */
export async function openTown(): Promise<Town> {
  await buildAssets({ force: false })
  // The day of the tree permit's walks: journeys do not depend on the calendar of the machine.
  const desk = await startDesk('2026-11-23T09:00:00Z')
  const browser = await launchBrowser(process.env.CHROMIUM_PATH)
  return {
    ...desk,
    device: options => openDevice(browser, desk.portal.url, options),
    stop: async () => {
      await browser.close()
      await desk.stop()
    },
  }
}
