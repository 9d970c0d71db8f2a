import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export interface PanelProps {
  /** The page's h1: "Ihr Antrag ist eingegangen". */
  title: string
  /** "Ihr Aktenzeichen" */
  caption?: string | undefined
  /** The file number itself. */
  mark?: string | undefined
  children?: ComponentChildren
}

/** The confirmation after sending: one calm green box with what must be kept. */
export function Panel({ title, caption, mark, children }: PanelProps) {
  return (
    <div class="th-panel">
      <Icon name="success" size="x-large" />
      <h1>{title}</h1>
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
