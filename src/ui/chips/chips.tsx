import { Icon } from '../icon/icon.tsx'
import type { Words } from '../words/words.ts'
import { fill } from '../words/words.ts'

export interface Chip {
  label: string
  href: string
  /** How many entries it would show. */
  count?: string | undefined
  /** Set now; its link takes it off. */
  active?: boolean | undefined
}

/** Filters above a list, as links: each leads to the list with that filter on or off. */
export function Chips({ chips, words }: { chips: readonly Chip[]; words: Words }) {
  return (
    <ul class="th-chips" aria-label={words.filters}>
      {chips.map(({ label, href, count, active }) => (
        <li key={label}>
          <a class={`th-chip${active ? ' th-chip--active' : ''}`} href={href}>
            {active && <span class="th-hidden">{fill(words.remove_filter, { filter: '' })}</span>}
            <span>{label}</span>
            {count !== undefined && <span class="th-chip__count">{count}</span>}
            {active && <Icon name="close" size="small" />}
          </a>
        </li>
      ))}
    </ul>
  )
}
