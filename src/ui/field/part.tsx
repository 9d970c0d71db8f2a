import { FieldError } from './field.tsx'
import { describedBy, fieldId } from './field-id.ts'

export interface PartProps {
  /** Whole name in the form: `address.street`. */
  name: string
  label: string
  hint?: string | undefined
  value?: string | undefined
  error?: string | undefined
  /** Error of the whole group that this part shares. */
  groupError?: { name: string; error: string } | undefined
  /** Classes of the width, e.g. `th-width-8`. */
  width?: string | undefined
  room?: 'own' | 'grow' | 'full' | undefined
  autocomplete?: string | undefined
  numeric?: boolean | undefined
}

const ROOMS = { own: 'th-part', grow: 'th-part th-part--grow', full: 'th-part th-part--full' } as const

/** One box of an answer that consists of several: the street of an address, the field of a parcel. */
export function Part(props: PartProps) {
  const { name, label, hint, value, error, groupError, width = '', room = 'own' } = props
  const id = fieldId(name)
  const wrong = Boolean(error || groupError)
  const described = [describedBy({ name, hint, error }), groupError && describedBy(groupError)]
  return (
    <div class={ROOMS[room]}>
      <label class="th-part__label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="th-part__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        class={`kern-form-input__input ${width}${wrong ? ' kern-form-input__input--error' : ''}`}
        {...{ id, name }}
        type="text"
        inputmode={props.numeric ? 'numeric' : undefined}
        spellcheck={false}
        autocomplete={props.autocomplete}
        value={value ?? ''}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      />
      <FieldError name={name} error={error} />
    </div>
  )
}
