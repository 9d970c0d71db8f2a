import type { ComponentChildren } from 'preact'

export interface TimelineEntry {
  /** "3. November 2026, 14:30 Uhr" */
  when: string
  /** ISO 8601, for machines. */
  datetime: string
  /** "Stadt Leuna prüft Ihren Antrag" */
  title: string
  children?: ComponentChildren
  /** The newest state: shown full, the others as an outline. */
  current?: boolean | undefined
}

/** What happened, from the newest downward. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="th-timeline" aria-label={label}>
      {entries.map(({ when, datetime, title, children, current }) => (
        <li
          key={`${datetime} ${title}`}
          class={`th-timeline__item${current ? ' th-timeline__item--current' : ''}`}
        >
          <p class="th-timeline__title">{title}</p>
          <p class="th-timeline__when">
            <time datetime={datetime}>{when}</time>
          </p>
          {children && <div class="th-timeline__more">{children}</div>}
        </li>
      ))}
    </ol>
  )
}
