import type { CheckView } from '#modules/cases/index.ts'
import type { Tone } from '#ui/index.ts'
import type { Say } from '../messages.ts'

/** What is known of a check, in a word: what a person found counts before what the answers say. */
export function checkState({ answer, automatic }: CheckView, t: Say): { text: string; tone: Tone } {
  if (answer) {
    if (answer.result === 'yes') return { text: t('check.yes'), tone: 'success' }
    if (answer.result === 'no') return { text: t('check.no'), tone: 'danger' }
    return { text: t('check.not_applicable'), tone: 'neutral' }
  }
  if (automatic?.result === 'in_order') return { text: t('check.automatic_yes'), tone: 'success' }
  if (automatic?.result === 'look') return { text: t('check.automatic_look'), tone: 'warning' }
  return { text: t('check.open'), tone: 'neutral' }
}
