import { Icon, type IconName } from '../icon/icon.tsx'

export interface ListedLink {
  href: string
  label: string
  /** One sentence under the link. */
  about?: string | undefined
  icon?: IconName | undefined
}

export interface LinkListProps {
  links: readonly ListedLink[]
  /** Beside each other where there is room. */
  columns?: boolean | undefined
}

/** Plain links, easy to hit: services, news, downloads. */
export function LinkList({ links, columns }: LinkListProps) {
  return (
    <ul class={`th-links${columns ? ' th-links--columns' : ''}`}>
      {links.map(({ href, label, about, icon = 'chevron-right' }) => (
        <li key={href}>
          <Icon name={icon} />
          <span>
            <a href={href}>{label}</a>
            {about && <span class="th-links__about">{about}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
