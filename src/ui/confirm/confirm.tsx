import type { ComponentChildren } from 'preact'
import { Actions, Button, LinkButton } from '../button/button.tsx'
import { Form, type FormProps } from '../form/form.tsx'

export interface ConfirmProps extends Omit<FormProps, 'children'> {
  /** The question, naming the thing: "Möchten Sie den Entwurf „Baumfällung“ löschen?" (the page's h1) */
  title: string
  /** "Löschen" */
  confirmLabel: string
  cancel: { href: string; label: string }
  /** What will be gone, what stays. */
  children?: ComponentChildren
}

/** Asks once before something that cannot be undone: a page of its own, not a window over the page. */
export function Confirm({ title, confirmLabel, cancel, children, ...form }: ConfirmProps) {
  return (
    <div class="th-stack">
      <h1>{title}</h1>
      {children}
      <Form {...form}>
        <Actions>
          <Button>{confirmLabel}</Button>
          <LinkButton kind="secondary" href={cancel.href}>
            {cancel.label}
          </LinkButton>
        </Actions>
      </Form>
    </div>
  )
}
