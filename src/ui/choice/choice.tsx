import { FieldGroup, type FieldProps } from '../field/field.tsx'
import { describedBy, fieldId } from '../field/field-id.ts'
import type { Words } from '../words/words.ts'

export interface Option {
  value: string
  label: string
  hint?: string | undefined
}

export interface RadiosProps extends FieldProps {
  options: readonly Option[]
  /** Side by side: only for two short words. */
  inline?: boolean | undefined
}

/** One of several, all of them visible; up to about seven, above that a select. */
export function Radios(props: RadiosProps) {
  const { options, value, inline } = props
  return (
    <FieldGroup {...props}>
      <div class={`th-choices${inline ? ' th-choices--inline' : ''}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...props}
            type="radio"
            {...{ option, index }}
            checked={value === option.value}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export interface CheckboxesProps extends Omit<FieldProps, 'value'> {
  options: readonly Option[]
  values?: readonly string[] | undefined
}

/** Any number of several. */
export function Checkboxes(props: CheckboxesProps) {
  const { options, values = [], ...field } = props
  return (
    <FieldGroup {...field}>
      <div class="th-choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...field}
            type="checkbox"
            {...{ option, index }}
            checked={values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export interface YesNoProps extends FieldProps {
  words: Words
}

/** A yes/no question; posts `true` or `false`. */
export function YesNo({ words, ...field }: YesNoProps) {
  const options = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ]
  return <Radios {...field} options={options} inline />
}

interface ChoiceProps {
  name: string
  error?: string | undefined
  type: 'radio' | 'checkbox'
  option: Option
  index: number
  checked: boolean
}

// The first choice carries the field's own id: the error summary leads to it.
function Choice({ name, error, type, option, index, checked }: ChoiceProps) {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
  const hintId = option.hint ? `${id}-option-hint` : undefined
  return (
    <div class={`th-choice kern-form-check${error ? ' th-choice--error' : ''}`}>
      <input
        class={`${CONTROLS[type]}${error ? ` ${CONTROLS[type]}--error` : ''}`}
        {...{ type, id, name, checked }}
        value={option.value}
        aria-describedby={
          [hintId, error && describedBy({ name, error })].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={error ? 'true' : undefined}
      />
      <label class="kern-label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <p class="th-choice__hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

const CONTROLS = { radio: 'kern-form-check__radio', checkbox: 'kern-form-check__checkbox' } as const
// With an error KERN uses: kern-form-check__radio--error kern-form-check__checkbox--error
