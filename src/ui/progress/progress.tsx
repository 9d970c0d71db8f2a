import { fieldId } from '../field/field-id.ts'

export interface ProgressProps {
  /** Id of the bar is made from it; unique on the page. */
  name: string
  label: string
  value: number
  max: number
  /** "3 von 5 Unterlagen" */
  text: string
}

/** How far something has come, as a bar and in words. */
export function Progress({ name, label, value, max, text }: ProgressProps) {
  return (
    <div class="kern-progress th-progress">
      <label for={fieldId(name)}>{label}</label>
      <progress id={fieldId(name)} {...{ value, max }}>
        {text}
      </progress>
      <p class="th-muted">{text}</p>
    </div>
  )
}
