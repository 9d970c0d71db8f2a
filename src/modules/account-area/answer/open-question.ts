import type { CaseView } from '#modules/cases/index.ts'

/** Files that were handed in for a request; those of one that is still open are not sent yet. */
export function filesOfRequest(view: CaseView, request: string): CaseView['documents'] {
  return view.documents.filter(file => file.origin === 'answer' && file.field === request)
}
