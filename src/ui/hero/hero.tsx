import type { ComponentChildren } from 'preact'

export interface HeroProps {
  /** The page's h1: "Guten Tag in Leuna" */
  title: string
  /** One sentence: what can be done here. */
  lead: string
  level?: 1 | 2 | 3 | undefined
  /** The search. */
  children?: ComponentChildren
}

/** Top of a portal's home page: where I am, what I can do, one large search. */
export function Hero({ title, lead, level = 1, children }: HeroProps) {
  const Title = `h${level}` as const
  return (
    <div class="th-hero">
      <Title class="th-hero__title">{title}</Title>
      <p class="th-lead">{lead}</p>
      {children}
    </div>
  )
}
