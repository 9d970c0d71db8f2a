import type { Scope } from '#core/db/scope.ts'
import { CaseConflict } from './errors.ts'
import type { CaseState } from './model.ts'
import { actOnOwnCase, type OwnCase } from './own-case.ts'
import { processMessages } from './process/vocabulary.ts'
import type { CaseServices } from './services.ts'

/** Until the notice is on its way the applicant may take her application back; the process must listen for it. */
export function mayWithdraw(state: CaseState): boolean {
  return (
    state.phase !== 'closed' &&
    state.phase !== 'delivering' &&
    state.process.waits.some(wait => wait.message === processMessages.withdrawn)
  )
}

/** @throws CaseConflict `decided` or `closed` when it is too late */
export function withdrawApplication(
  services: CaseServices,
  scope: Scope,
  input: OwnCase & { reason?: string | undefined },
): Promise<CaseState> {
  return actOnOwnCase(services, scope, {
    tenant: input.tenant,
    case: input.case,
    event: 'case.withdrawn',
    facts: state => {
      if (!mayWithdraw(state)) throw new CaseConflict(state.phase === 'closed' ? 'closed' : 'decided')
      return [
        { type: 'withdrawn', data: { reason: input.reason } },
        { type: 'message.received', data: { name: processMessages.withdrawn } },
      ]
    },
  })
}
