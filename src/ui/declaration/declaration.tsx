import { FieldError } from '../field/field.tsx'
import { describedBy, fieldId } from '../field/field-id.ts'

export interface DeclarationProps {
  name: string
  /** The sentence that is agreed to, whole. */
  text: string
  hint?: string | undefined
  checked?: boolean | undefined
  error?: string | undefined
}

/** A sentence to agree to; never ticked beforehand. Posts `true`. */
export function Declaration({ name, text, hint, checked, error }: DeclarationProps) {
  const id = fieldId(name)
  return (
    <div class={`th-field th-declaration${error ? ' kern-form-input--error' : ''}`}>
      <div class="th-choice kern-form-check">
        <input
          class={`kern-form-check__checkbox${error ? ' kern-form-check__checkbox--error' : ''}`}
          type="checkbox"
          id={id}
          name={name}
          value="true"
          checked={checked ?? false}
          aria-describedby={describedBy({ name, hint, error })}
          aria-invalid={error ? 'true' : undefined}
        />
        <label class="kern-label" for={id}>
          {text}
        </label>
        {hint && (
          <p class="th-choice__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <FieldError name={name} error={error} />
    </div>
  )
}
