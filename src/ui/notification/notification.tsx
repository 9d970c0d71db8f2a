import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import { TONE_ICONS } from '../tag/tag.tsx'

export type NotificationTone = 'info' | 'success' | 'warning' | 'danger'

export interface NotificationProps {
  tone: NotificationTone
  title: string
  /** Set where the box answers something the person just did: it is read out at once. */
  live?: boolean | undefined
  /** Level of the title in the page's outline; left out it is a bold line. */
  level?: 2 | 3 | undefined
  children?: ComponentChildren
}

const TONES: Record<NotificationTone, string> = {
  info: 'kern-alert kern-alert--info',
  success: 'kern-alert kern-alert--success',
  warning: 'kern-alert kern-alert--warning',
  danger: 'kern-alert kern-alert--danger',
}

/** A box that says something that matters, in the flow of the page. It stays until the page changes. */
export function Notification({ tone, title, live, level, children }: NotificationProps) {
  const Title = level ? (`h${level}` as const) : 'p'
  return (
    <div
      class={`th-notification ${TONES[tone]}`}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <div class="kern-alert__header">
        <Icon name={TONE_ICONS[tone]} size="large" />
        <Title class="th-notification__title">{title}</Title>
      </div>
      {children && <div class="kern-alert__body th-stack th-stack--small">{children}</div>}
    </div>
  )
}
