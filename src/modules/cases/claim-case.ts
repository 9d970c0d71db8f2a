import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase } from './act-on-case.ts'
import { CaseConflict } from './errors.ts'
import type { CaseState } from './model.ts'
import type { CaseServices } from './services.ts'

/** Takes an unassigned case. Her own again: nothing happens. @throws CaseConflict `claimed` when a colleague has it */
export function claimCase(services: CaseServices, scope: Scope, input: { case: CaseId }): Promise<CaseState> {
  return actOnCase(services, scope, {
    ...input,
    event: 'case.claimed',
    facts: state => {
      if (state.phase === 'closed') throw new CaseConflict('closed')
      if (state.assignee === scope.staff?.id) return []
      if (state.assignee) throw new CaseConflict('claimed')
      return [{ type: 'claimed', data: {} }]
    },
  })
}
