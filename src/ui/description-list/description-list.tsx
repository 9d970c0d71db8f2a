import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export interface Description {
  label: string
  value: ComponentChildren
  icon?: IconName | undefined
}

export interface DescriptionListProps {
  items: readonly Description[]
  /** In a box with its own ground: the facts of a service at a glance. */
  boxed?: boolean | undefined
  /** Each term above its value, for narrow columns. */
  stacked?: boolean | undefined
}

/** Terms with their values: cost, duration, deadline. */
export function DescriptionList({ items, boxed, stacked }: DescriptionListProps) {
  return (
    <dl class={`th-facts${boxed ? ' th-facts--boxed' : ''}${stacked ? ' th-facts--stacked' : ''}`}>
      {items.map(({ label, value, icon }) => (
        <div key={label} class="th-facts__item">
          <dt>
            {icon && <Icon name={icon} size="small" />}
            <span>{label}</span>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
