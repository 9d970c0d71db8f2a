import type { ComponentChildren } from 'preact'

export interface TwoColumnsProps {
  children: ComponentChildren
  side: ComponentChildren
  /** Name of the side column for screen readers. */
  sideLabel: string
  /** On the phone the side comes first: what waits for me stands above the details. */
  sideFirst?: boolean | undefined
  /** Both of one width, for a form and what it makes; the side stays in sight. */
  even?: boolean | undefined
}

/** Content at the left, a narrow column at the right; one after the other on the phone. */
export function TwoColumns({ children, side, sideLabel, sideFirst, even }: TwoColumnsProps) {
  const aside = (
    <aside class="th-columns__side th-stack" aria-label={sideLabel}>
      {side}
    </aside>
  )
  return (
    <div class={`th-columns${even ? ' th-columns--even' : ''}`}>
      {sideFirst && aside}
      <div class="th-columns__main th-stack">{children}</div>
      {!sideFirst && aside}
    </div>
  )
}
