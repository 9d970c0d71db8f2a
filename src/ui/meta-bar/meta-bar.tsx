import type { ComponentChildren } from 'preact'
import { Tag, type Tone } from '../tag/tag.tsx'

export interface MetaBarProps {
  /** File number. */
  mark: string
  /** Subject: the page's h1. */
  title: string
  level?: 1 | 2 | 3 | undefined
  state: { text: string; tone: Tone }
  /** "Antragstellerin: Ines Hartwig", "eingegangen am 3. November 2026" */
  facts: readonly { label: string; value: ComponentChildren }[]
  /** Primary action of the current task. */
  action?: ComponentChildren
}

/** Top of a case page: number, subject, state, people, and what can be done now. */
export function MetaBar({ mark, title, level = 1, state, facts, action }: MetaBarProps) {
  const Title = `h${level}` as const
  return (
    <header class="th-meta">
      <div class="th-meta__what">
        <p class="th-meta__mark">
          <span>{mark}</span>
          <Tag tone={state.tone}>{state.text}</Tag>
        </p>
        <Title class="th-meta__title">{title}</Title>
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {action && <div class="th-meta__action">{action}</div>}
    </header>
  )
}
