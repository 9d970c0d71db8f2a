import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase, checkTask } from './act-on-case.ts'
import type { CaseState } from './model.ts'
import { processOutcomes } from './process/vocabulary.ts'
import { lastFact } from './record/fact.ts'
import type { CaseServices } from './services.ts'

/** The letter is on its way: records the day of posting, from which § 41 Abs. 2 VwVfG counts. */
export function postPaperNotice(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined },
): Promise<CaseState> {
  return actOnCase(services, scope, {
    ...input,
    event: 'case.notice_posted',
    facts: state => {
      const task = state.process.tasks.find(open => open.outcomes.includes(processOutcomes.posted))
      const { id } = checkTask(scope, state, task)
      return [
        { type: 'notice.posted', data: { notice: lastFact(state.facts, 'notice.provided')?.data.notice } },
        { type: 'task.completed', data: { task: id, outcome: processOutcomes.posted } },
      ]
    },
    also: async (db, state) => {
      const notice = lastFact(state.facts, 'notice.posted')?.data.notice
      if (notice) await services.onNoticePosted(db, scope, notice)
    },
  })
}
