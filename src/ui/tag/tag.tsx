import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

const TONES: Record<Tone, string> = {
  neutral: 'th-tag th-tag--neutral',
  info: 'th-tag th-tag--info',
  success: 'th-tag th-tag--success',
  warning: 'th-tag th-tag--warning',
  danger: 'th-tag th-tag--danger',
}

export const TONE_ICONS: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
}

export interface TagProps {
  tone?: Tone | undefined
  icon?: boolean | undefined
  /** A state in words; the colour only repeats it. */
  children: ComponentChildren
}

/** A state as a word in a coloured frame. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span class={TONES[tone]}>
      {icon && <Icon name={TONE_ICONS[tone]} size="small" />}
      <span>{children}</span>
    </span>
  )
}
