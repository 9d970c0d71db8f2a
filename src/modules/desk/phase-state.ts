import type { Phase } from '#modules/cases/index.ts'
import type { Tone } from '#ui/index.ts'
import type { Say } from './messages.ts'

const tones: Readonly<Record<Phase, Tone>> = {
  checking: 'info',
  waiting: 'warning',
  deciding: 'info',
  cosigning: 'info',
  delivering: 'info',
  closed: 'neutral',
}

/** Where a case stands, as word and tone of a tag. */
export function phaseState(phase: Phase, t: Say): { text: string; tone: Tone } {
  return { text: t(`phase.${phase}`), tone: tones[phase] }
}
