import type { ComponentChildren } from 'preact'
import type { Words } from '../words/words.ts'

export interface SampleProps {
  words: Words
}

/** One group of samples under its name. */
export function Samples({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="th-stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
