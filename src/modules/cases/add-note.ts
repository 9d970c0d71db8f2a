import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase } from './act-on-case.ts'
import type { CaseState } from './model.ts'
import type { CaseServices } from './services.ts'

/** An internal note; the applicant never sees it. Also on a closed case. */
export function addNote(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; text: string },
): Promise<CaseState> {
  const { case: id, text } = input
  return actOnCase(services, scope, {
    case: id,
    event: 'case.note_added',
    facts: () => [{ type: 'note.added', data: { text } }],
  })
}
