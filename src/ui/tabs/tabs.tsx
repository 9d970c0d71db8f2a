export interface Tab {
  label: string
  href: string
  current?: boolean | undefined
  /** Number of entries behind it. */
  count?: string | undefined
}

/** Parts of one thing, each a page of its own: links, so that every part has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="th-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ label: name, href, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <span>{name}</span>
              {count !== undefined && <span class="th-tabs__count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
