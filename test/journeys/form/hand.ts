import type { Locator } from 'playwright-core'
import type { Device } from '../stage/device.ts'

export interface Attachment {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** How somebody works a page: with a finger, or (`keyboard-hand.ts`) by keys alone. */
export interface Hand {
  press(control: Locator): Promise<void>
  type(control: Locator, text: string): Promise<void>
  /** A radio button. */
  choose(control: Locator): Promise<void>
  /** A check box. */
  tick(control: Locator): Promise<void>
  pick(control: Locator, option: string): Promise<void>
  attach(control: Locator, files: readonly Attachment[]): Promise<void>
}

export function finger(_device: Device): Hand {
  return {
    press: control => control.click(),
    type: (control, text) => control.fill(text),
    choose: control => control.check(),
    tick: control => control.check(),
    pick: async (control, label) => {
      await control.selectOption({ label })
    },
    attach: (control, files) => control.setInputFiles([...files]),
  }
}
