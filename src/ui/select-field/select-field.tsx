import type { Option } from '../choice/choice.tsx'
import { controlAttributes, Field, type FieldProps } from '../field/field.tsx'

export interface OptionGroup {
  label: string
  options: readonly Option[]
}

export interface SelectFieldProps extends FieldProps {
  /** Options, or groups of them. */
  options: readonly (Option | OptionGroup)[]
  /** First, empty entry: "Bitte wählen". */
  choose: string
  autocomplete?: string | undefined
}

/** One of many; browsers find an entry by typing its first letters. */
export function SelectField(props: SelectFieldProps) {
  const { options, choose, value, error, autocomplete } = props
  const shown = (entry: Option) => (
    <option key={entry.value} value={entry.value} selected={entry.value === value}>
      {entry.label}
    </option>
  )
  return (
    <Field {...props}>
      <div class="kern-form-input__select-wrapper th-select">
        <select
          {...controlAttributes(props)}
          autocomplete={autocomplete}
          class={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
        >
          <option value="" selected={!value}>
            {choose}
          </option>
          {options.map(entry =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(shown)}
              </optgroup>
            ) : (
              shown(entry)
            ),
          )}
        </select>
      </div>
    </Field>
  )
}
