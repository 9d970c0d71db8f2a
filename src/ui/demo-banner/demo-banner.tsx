import { Icon } from '../icon/icon.tsx'

export interface DemoBannerProps {
  /** Name of the region for screen readers. */
  label: string
  text: string
  link?: { href: string; label: string } | undefined
}

/** Says on every page that nothing here reaches a real authority. */
export function DemoBanner({ label, text, link }: DemoBannerProps) {
  return (
    <aside class="th-demo" aria-label={label}>
      <p class="th-container">
        <Icon name="info" size="small" />
        <span>
          {text} {link && <a href={link.href}>{link.label}</a>}
        </span>
      </p>
    </aside>
  )
}
