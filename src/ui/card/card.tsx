import type { ComponentChildren } from 'preact'
import { Tag, type Tone } from '../tag/tag.tsx'

export interface CardProps {
  title: string
  /** The whole card leads here. */
  href?: string | undefined
  level?: 2 | 3 | undefined
  state?: { text: string; tone: Tone } | undefined
  /** Waits for the reader: marked at its edge. */
  waiting?: boolean | undefined
  children?: ComponentChildren
}

/** One thing among several: an application, a service, a life situation. */
export function Card({ title, href, level = 2, state, waiting, children }: CardProps) {
  const Title = `h${level}` as const
  return (
    <article class={`th-card${href ? ' th-card--link' : ''}${waiting ? ' th-card--waiting' : ''}`}>
      <Title class="th-card__title">{href ? <a href={href}>{title}</a> : title}</Title>
      {state && (
        <p>
          <Tag tone={state.tone}>{state.text}</Tag>
        </p>
      )}
      {children}
    </article>
  )
}
