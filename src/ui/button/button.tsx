import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'tertiary'

const KINDS: Record<ButtonKind, string> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
}

interface Look {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** Added for screen readers only, where several buttons share one word: "Entfernen" + " Baum 2". */
  about?: string | undefined
  children: ComponentChildren
}

export interface ButtonProps extends Look {
  /** What the server reads to know which button was pressed. */
  name?: string | undefined
  value?: string | undefined
  type?: 'submit' | 'button' | undefined
  /** Form that the button belongs to when it stands outside of it. */
  form?: string | undefined
  /** Another address for this button than the form's own. */
  formAction?: string | undefined
}

/** A button that does something. There is no disabled state: it may be pressed and the answer explains. */
export function Button({ kind = 'primary', icon, about, children, formAction, ...rest }: ButtonProps) {
  return (
    <button type="submit" class={KINDS[kind]} formaction={formAction} {...rest}>
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </button>
  )
}

export interface LinkButtonProps extends Look {
  href: string
  download?: boolean | undefined
}

/** A link that looks like a button: it leads to the next page and changes nothing. */
export function LinkButton({ kind = 'primary', icon, about, children, href, download }: LinkButtonProps) {
  return (
    <a class={KINDS[kind]} href={href} download={download}>
      <Face icon={icon} about={about}>
        {children}
      </Face>
    </a>
  )
}

function Face({ icon, about, children }: Omit<Look, 'kind'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class="kern-label">
        {children}
        {about && <span class="th-hidden"> {about}</span>}
      </span>
    </>
  )
}

/** Buttons in a row, the primary one first (at the left). */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="th-actions">{children}</div>
}
