import type { ComponentChildren } from 'preact'

export interface EmptyStateProps {
  /** What will be here: "Hier stehen Ihre Anträge, sobald Sie einen begonnen haben." */
  title: string
  level?: 2 | 3 | undefined
  /** The next step. */
  children?: ComponentChildren
}

export function EmptyState({ title, level = 2, children }: EmptyStateProps) {
  const Title = `h${level}` as const
  return (
    <div class="th-empty th-stack">
      <Title class="th-empty__title">{title}</Title>
      {children}
    </div>
  )
}
