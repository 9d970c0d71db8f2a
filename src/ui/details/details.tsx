import type { ComponentChildren } from 'preact'

export interface DetailsProps {
  title: string
  open?: boolean | undefined
  /** Level of the title in the page's outline. */
  level?: 2 | 3 | undefined
  children: ComponentChildren
}

/** A fold: opened by the reader, works without JavaScript, found by the browser's search. */
export function Details({ title, open, level, children }: DetailsProps) {
  const Title = level ? (`h${level}` as const) : 'span'
  return (
    <details class="th-details kern-accordion" open={open ?? false}>
      <summary class="kern-accordion__header">
        <Title class="th-details__title">{title}</Title>
      </summary>
      <div class="th-details__body kern-accordion__body th-stack">{children}</div>
    </details>
  )
}
