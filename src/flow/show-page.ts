import type { Answer, Shown } from './answers.ts'
import type { FieldState, OpenFlow } from './open/state.ts'

/** Stored answers of a page under their HTML names; unanswered fields show the package's proposal. */
export function showPage(open: OpenFlow, pageId: string): Shown {
  return showFields(open.page(pageId)?.fields ?? [])
}

/** The same for fields at hand, for example those of one item. */
export function showFields(fields: readonly FieldState[]): Shown {
  const shown: Shown = {}
  for (const field of fields) {
    const value: Answer | undefined = field.value ?? field.proposal()
    if (value !== undefined) Object.assign(shown, field.compiled.kind.show(field.id, value))
  }
  return shown
}
