import { Icon } from '../icon/icon.tsx'

export interface BackLinkProps {
  /** The page before this one in the journey, computed by the server; never the browser's history. */
  href: string
  label: string
}

export function BackLink({ href, label }: BackLinkProps) {
  return (
    <a class="th-back" href={href}>
      <Icon name="chevron-left" size="small" />
      <span>{label}</span>
    </a>
  )
}
