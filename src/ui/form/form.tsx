import type { ComponentChildren } from 'preact'

export interface FormProps {
  action: string
  /** Name and value of the hidden field against forged requests. */
  csrf?: { name: string; value: string } | undefined
  /** Needed as soon as the form holds an upload. */
  multipart?: boolean | undefined
  /** Button words while the answer is under way: "Wird gesendet …". */
  sending?: string | undefined
  id?: string | undefined
  /** Further hidden values. */
  hidden?: Readonly<Record<string, string>> | undefined
  children: ComponentChildren
}

/**
 * A form that posts. The browser's own checks are off (`novalidate`): the server says every error at once, in
 * our words and in the reader's language.
 */
export function Form({ action, csrf, multipart, sending, id, hidden = {}, children }: FormProps) {
  return (
    <form
      class="th-form"
      method="post"
      action={action}
      id={id}
      novalidate
      enctype={multipart ? 'multipart/form-data' : undefined}
      data-island="submit-once"
      data-sending={sending}
    >
      {csrf && <input type="hidden" name={csrf.name} value={csrf.value} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Enter in a field presses the first button: without this one it might be "Entfernen". */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 and no size; nobody can reach it */}
      <button type="submit" class="th-hidden" tabindex={-1} aria-hidden="true" />
      {children}
    </form>
  )
}
