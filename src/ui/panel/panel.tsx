import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export interface PanelProps {
  /** The page's h1: "Ihr Antrag ist eingegangen". */
  title: string
  level?: 1 | 2 | 3 | undefined
  /** "Ihr Aktenzeichen" */
  caption?: string | undefined
  /** The file number itself. */
  mark?: string | undefined
  children?: ComponentChildren
}

/** The confirmation after sending: one calm green box with what must be kept. */
export function Panel({ title, level = 1, caption, mark, children }: PanelProps) {
  const Title = `h${level}` as const
  return (
    <div class="th-panel">
      <Icon name="success" size="x-large" />
      <Title class="th-panel__title">{title}</Title>
      {mark && (
        <p class="th-panel__mark">
          <span>{caption}</span>
          <strong>{mark}</strong>
        </p>
      )}
      {children}
    </div>
  )
}
