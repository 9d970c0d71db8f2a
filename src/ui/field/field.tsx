import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import { type Described, describedBy, fieldId } from './field-id.ts'

/** What all fields have in common. Texts are translated already; `value` is shown again as it was typed. */
export interface FieldProps {
  /** Name in the posted form; ids are made from it. */
  name: string
  /** The question. */
  label: string
  hint?: string | undefined
  /** One line: why we ask this, where it is personal. */
  why?: string | undefined
  value?: string | undefined
  error?: string | undefined
  /** "freiwillig"; missing means that an answer is needed. */
  optional?: string | undefined
  /** The question is the page's h1. */
  asHeading?: boolean | undefined
}

/** Label, hint, reason, control and error around one control. Pass the control as children. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const { name, label, optional, error, asHeading, children } = props
  const question = (
    <label class="kern-label" for={fieldId(name)}>
      {label} <Optional text={optional} />
    </label>
  )
  return (
    <div class={`th-field kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      {asHeading ? <h1 class="th-field__heading">{question}</h1> : question}
      <FieldNotes {...props} />
      {children}
      <FieldError name={name} error={error} />
    </div>
  )
}

/** Fieldset and legend around several controls that answer one question. */
export function FieldGroup(props: FieldProps & { children: ComponentChildren; focusable?: boolean }) {
  const { name, label, optional, error, asHeading, children, focusable } = props
  return (
    <fieldset
      class={`th-field kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      // Groups of different parts are the target of error links themselves; choices give their first input.
      id={focusable ? fieldId(name) : undefined}
      tabindex={focusable ? -1 : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend class="kern-label">
        {asHeading ? <h1 class="th-field__heading">{label}</h1> : label} <Optional text={optional} />
      </legend>
      <FieldNotes {...props} />
      <div class="kern-fieldset__body">{children}</div>
      <FieldError name={name} error={error} />
    </fieldset>
  )
}

function Optional({ text }: { text?: string | undefined }) {
  return text ? <span class="kern-label__optional">({text})</span> : null
}

function FieldNotes({ name, hint, why }: Described) {
  const id = fieldId(name)
  return (
    <>
      {hint && (
        <p class="kern-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {why && (
        <p class="th-field__why" id={`${id}-why`}>
          <Icon name="info" size="small" />
          <span>{why}</span>
        </p>
      )}
    </>
  )
}

/** The error beside its field, in the same words as in the summary. */
export function FieldError({ name, error }: { name: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p class="th-error" id={`${fieldId(name)}-error`}>
      <Icon name="danger" />
      <span>{error}</span>
    </p>
  )
}

/** Attributes of a control that belong to its error and notes: spread them on the input. */
export function controlAttributes(props: Described) {
  return {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}
