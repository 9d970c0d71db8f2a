import type { ComponentChildren } from 'preact'

export interface SummaryRow {
  label: string
  /** Readable answer; several lines as several strings. */
  value: ComponentChildren
  /** Link back to this one question. */
  change?: { href: string; label: string } | undefined
}

export interface SummaryListProps {
  title: string
  rows: readonly SummaryRow[]
  /** Level of the title. */
  level?: 2 | 3 | undefined
  /** "Ändern" for the whole section, where single rows have none. */
  change?: { href: string; label: string } | undefined
  /** Low rows, for desks on which many answers are read. */
  dense?: boolean | undefined
}

/** Questions and answers of one section, for the review page and the case. */
export function SummaryList({ title, rows, level = 2, change, dense }: SummaryListProps) {
  const Title = `h${level}` as const
  return (
    <section class={`th-summary${dense ? ' th-summary--dense' : ''}`}>
      <div class="th-summary__head">
        <Title>{title}</Title>
        {change && <Change {...change} about={title} />}
      </div>
      <dl>
        {rows.map(row => (
          <div key={row.label} class="th-summary__row">
            <dt>{row.label}</dt>
            <dd class="th-summary__value">{row.value}</dd>
            {row.change && (
              <dd class="th-summary__change">
                <Change {...row.change} about={row.label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Change({ href, label, about }: { href: string; label: string; about: string }) {
  return (
    <a class="th-summary__link" href={href}>
      {label}
      <span class="th-hidden">: {about}</span>
    </a>
  )
}
