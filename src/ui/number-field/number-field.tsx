import { controlAttributes, Field, type FieldProps } from '../field/field.tsx'
import { fieldId } from '../field/field-id.ts'
import { type FieldWidth, WIDTHS } from '../text-field/text-field.tsx'

export interface NumberFieldProps extends FieldProps {
  /** Shown after the box and read with it: "cm", "Euro". */
  unit?: string | undefined
  decimals?: boolean | undefined
  width?: FieldWidth | undefined
}

/**
 * A number as people write it ("1.234,5"). Not `type=number`: that changes by scrolling, refuses the German
 * comma in some browsers, and hides what was typed.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, unit, decimals, width = '8', error } = props
  const attributes = controlAttributes(props)
  const unitId = `${fieldId(props.name)}-unit`
  const described = [unit && unitId, attributes['aria-describedby']].filter(Boolean).join(' ')
  const input = (
    <input
      {...attributes}
      aria-describedby={described || undefined}
      class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}${WIDTHS[width]}`}
      type="text"
      inputmode={decimals ? 'decimal' : 'numeric'}
      spellcheck={false}
      value={value ?? ''}
    />
  )
  if (!unit) return <Field {...props}>{input}</Field>
  return (
    <Field {...props}>
      <div class="th-unit">
        {input}
        <span class="th-unit__text" id={unitId}>
          {unit}
        </span>
      </div>
    </Field>
  )
}
