import { Icon } from '../icon/icon.tsx'
import type { Words } from '../words/words.ts'

export type StepState = 'done' | 'current' | 'open'

export interface StepperProps {
  /** "Ihr Antrag in 5 Schritten" */
  label: string
  /** For narrow screens: "Schritt 2 von 5: Bäume" */
  summary: string
  /** Sections by name; a done one may be a link back. */
  steps: readonly { label: string; state: StepState; href?: string | undefined }[]
  words: Words
}

/** Where I am in the form: names of all sections, or one line and a bar on the phone. */
export function Stepper({ label, summary, steps, words }: StepperProps) {
  return (
    <nav class="th-stepper" aria-label={label}>
      <p class="th-stepper__summary">{summary}</p>
      <ol>
        {steps.map(({ label: name, state, href }) => (
          <li
            key={name}
            class={`th-stepper__step ${STATES[state]}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {state === 'done' && <Icon name="check" size="small" />}
            {href ? <a href={href}>{name}</a> : <span>{name}</span>}
            <span class="th-hidden">, {words[`step_${state}`]}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const STATES: Record<StepState, string> = {
  done: 'th-stepper__step--done',
  current: 'th-stepper__step--current',
  open: 'th-stepper__step--open',
}
