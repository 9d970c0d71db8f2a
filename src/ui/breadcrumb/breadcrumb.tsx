import type { Words } from '../words/words.ts'

export interface BreadcrumbProps {
  /** From the home page down to the parent of this page. */
  trail: readonly { href: string; label: string }[]
  /** This page: named, not linked. */
  current: string
  words: Words
}

/** The way back up. Not shown inside forms, where it would tempt people out of their answers. */
export function Breadcrumb({ trail, current, words }: BreadcrumbProps) {
  return (
    <nav class="th-breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        {trail.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
    </nav>
  )
}
