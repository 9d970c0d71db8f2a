import { randomUUID } from 'node:crypto'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase, checkTask } from '../act-on-case.ts'
import type { CaseState } from '../model.ts'
import { processOutcomes } from '../process/vocabulary.ts'
import type { CaseServices } from '../services.ts'

/**
 * Asks the applicant for something. The question reaches her mailbox by the effect `request-information`; from then
 * on the case waits for her and the clock stands still where the law lets it.
 */
export function requestInformation(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined; text: string; asksForFiles: boolean },
): Promise<CaseState> {
  const { text, asksForFiles } = input
  const request = randomUUID()
  return actOnCase(services, scope, {
    case: input.case,
    version: input.version,
    event: 'case.information_requested',
    data: { request },
    facts: state => {
      const task = state.process.tasks.find(open => open.outcomes.includes(processOutcomes.request))
      const { id } = checkTask(scope, state, task)
      return [
        { type: 'information.requested', data: { request, text, asksForFiles } },
        { type: 'task.completed', data: { task: id, outcome: processOutcomes.request, data: { request } } },
      ]
    },
  })
}
