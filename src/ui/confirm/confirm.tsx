import type { ComponentChildren } from 'preact'
import { Actions, Button, LinkButton } from '../button/button.tsx'
import { Form, type FormProps } from '../form/form.tsx'

export interface ConfirmProps extends Omit<FormProps, 'children'> {
  /** The question, naming the thing: "Möchten Sie den Entwurf „Baumfällung“ löschen?" (the page's h1) */
  title: string
  /** 1 on a page of its own; deeper only where a page shows the question among other things. */
  level?: 1 | 2 | 3 | undefined
  /** "Löschen" */
  confirmLabel: string
  cancel: { href: string; label: string }
  /** What will be gone, what stays. */
  children?: ComponentChildren
}

/** Asks once before something that cannot be undone: a page of its own, not a window over the page. */
export function Confirm({ title, level = 1, confirmLabel, cancel, children, ...form }: ConfirmProps) {
  const Title = `h${level}` as const
  return (
    <div class="th-stack">
      <Title>{title}</Title>
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
