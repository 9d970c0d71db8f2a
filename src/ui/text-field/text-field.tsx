import { controlAttributes, Field, type FieldProps } from '../field/field.tsx'

/** Characters that the usual answer has; the box is made as wide. `full` fills the column. */
export type FieldWidth = '2' | '4' | '8' | '20' | 'full'

export const WIDTHS: Record<FieldWidth, string> = {
  '2': ' th-width-2',
  '4': ' th-width-4',
  '8': ' th-width-8',
  '20': ' th-width-20',
  full: '',
}

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined
  /** Token of the HTML list ("given-name"), where the field's meaning is in it (WCAG 1.3.5). */
  autocomplete?: string | undefined
  /** `false` for names, numbers, passwords. */
  spellcheck?: boolean | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
  width?: FieldWidth | undefined
}

/** One line of text. No `required`, `maxlength` or pattern: the server checks and explains. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', value, width = 'full', error } = props
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}${WIDTHS[width]}`}
        type={type as 'text'} // the types know one role per kind of input; all of these are one line of text
        value={value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        spellcheck={props.spellcheck}
      />
    </Field>
  )
}

export interface LongTextFieldProps extends FieldProps {
  rows?: number | undefined
  spellcheck?: boolean | undefined
}

/** Several lines of text; the reader may pull the box larger. */
export function LongTextField(props: LongTextFieldProps) {
  const { value, rows = 5, error } = props
  return (
    <Field {...props}>
      <textarea
        {...controlAttributes(props)}
        class={`kern-form-input__input th-longtext${error ? ' kern-form-input__input--error' : ''}`}
        rows={rows}
        spellcheck={props.spellcheck}
      >
        {value ?? ''}
      </textarea>
    </Field>
  )
}
