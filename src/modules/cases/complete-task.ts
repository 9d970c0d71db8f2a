import type { Scope } from '#core/db/scope.ts'
import { BadRequest } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase, checkTask } from './act-on-case.ts'
import type { CaseState } from './model.ts'
import { processOutcomes } from './process/vocabulary.ts'
import type { CaseServices } from './services.ts'

/** These outcomes are more than a word: requestInformation, decide, cosign and postPaperNotice give them. */
const ownActions: ReadonlySet<string> = new Set([
  processOutcomes.request,
  processOutcomes.decided,
  processOutcomes.agreed,
  processOutcomes.posted,
])

/** Completes an open task with one of its outcomes, for example "entscheiden": the check is done, go on. */
export function completeTask(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined; task: string; outcome?: string | undefined },
): Promise<CaseState> {
  const { task: id, outcome } = input
  return actOnCase(services, scope, {
    case: input.case,
    version: input.version,
    event: 'case.task_completed',
    data: { task: id, outcome },
    facts: state => {
      const task = checkTask(
        scope,
        state,
        state.process.tasks.find(open => open.id === id),
      )
      const isOffered =
        task.outcomes.length === 0 ? outcome === undefined : task.outcomes.includes(outcome ?? '')
      if (!isOffered || ownActions.has(outcome ?? '')) throw new BadRequest('outcome')
      return [{ type: 'task.completed', data: { task: id, outcome } }]
    },
  })
}
