import { fieldId } from '../field/field-id.ts'

export interface CheckboxProps {
  /** Several boxes may share a name; each then posts its value. */
  name: string
  value: string
  label: string
  hint?: string | undefined
  checked?: boolean | undefined
}

/** One box by itself, where something belongs under it; several plain ones are `Checkboxes`. */
export function Checkbox({ name, value, label, hint, checked }: CheckboxProps) {
  const id = fieldId(`${name}.${value}`)
  return (
    <div class="th-choice kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        {...{ id, name, value }}
        checked={checked ?? false}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="th-choice__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
