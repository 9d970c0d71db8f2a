import { checkNotice } from './check-notice.ts'
import { checkTables } from './check-tables.ts'
import { layOutNotice, layOutReceipt } from './layout.ts'
import type { Letters, LetterTemplate } from './model.ts'
import { Press, type PressOptions } from './press.ts'

export { LetterFault, type LetterFaultCode } from './errors.ts'
export type * from './model.ts'
export type { PressOptions } from './press.ts'

export interface LetterPress {
  /**
   * Sets a letter as PDF/A-2a that also keeps PDF/UA-1, in the letter's language. The same letter with the
   * same `created` gives the same bytes.
   *
   * @throws LetterFault: see its codes
   * @example const pdf = await press.render('notice', letter)
   */
  render<T extends LetterTemplate>(template: T, letter: Letters[T]): Promise<Uint8Array>
  /** The process that sets type, while there is one. */
  pid(): number | undefined
  stop(): Promise<void>
}

/** A press with limits of its own; the portal uses `renderLetter`. */
export function createLetterPress(options?: PressOptions): LetterPress {
  const press = new Press(options)
  return {
    async render(template, letter) {
      checkTables(letter)
      const data = layOut[template](letter)
      const created_s = Math.floor(letter.created.getTime() / 1000)
      return press.print({ template, data, arms: letter.head.arms, created_s })
    },
    pid: () => press.pid,
    stop: () => press.stop(),
  }
}

const layOut: { [T in LetterTemplate]: (letter: Letters[T]) => Record<string, unknown> } = {
  notice(letter) {
    checkNotice(letter)
    return layOutNotice(letter)
  },
  receipt: layOutReceipt,
}

let shared: LetterPress | undefined

/**
 * Sets a letter with the press of this process, which starts at the first letter and rests when idle.
 *
 * @example
 * const pdf = await renderLetter('receipt', { language: 'de', title: 'Eingangsbestätigung', … })
 */
export function renderLetter<T extends LetterTemplate>(template: T, letter: Letters[T]): Promise<Uint8Array> {
  shared ??= createLetterPress()
  return shared.render(template, letter)
}

/** Ends the press of this process; call it when the process stops. A later letter starts a new one. */
export async function stopLetters(): Promise<void> {
  const press = shared
  shared = undefined
  await press?.stop()
}
