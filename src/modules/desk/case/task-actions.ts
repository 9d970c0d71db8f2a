import type { Scope } from '#core/db/scope.ts'
import { type CaseState, mayWorkAs, processOutcomes } from '#modules/cases/index.ts'
import type { Say } from '../messages.ts'
import { deskUrls } from '../urls.ts'

type OpenTask = CaseState['process']['tasks'][number]

/** What this person can do for an open task now: a page of its own, or one press of a button. */
export type TaskAction = { readonly label: string } & (
  | { readonly href: string }
  | { readonly task: string; readonly outcome: string | undefined }
)

/** Open tasks that this person may do; whoever did the one may not check herself in the other (four eyes). */
export function tasksFor({ staff }: Scope, state: CaseState): OpenTask[] {
  return state.process.tasks.filter(
    task => mayWorkAs(staff, task.role, state) && !task.excluded.includes(staff?.id ?? ''),
  )
}

/** The first one is what leads on; asking back and going back stand after it. */
export function actionsFor(scope: Scope, state: CaseState, t: Say): TaskAction[] {
  return tasksFor(scope, state)
    .flatMap(task => actionsOfTask(state, task, t))
    .sort((left, right) => left.rank - right.rank)
    .map(({ action }) => action)
}

interface Ranked {
  readonly rank: number
  readonly action: TaskAction
}

function actionsOfTask(state: CaseState, task: OpenTask, t: Say): Ranked[] {
  if (task.outcomes.length === 0)
    return [{ rank: 0, action: { label: task.name, task: task.id, outcome: undefined } }]
  const { agreed, back, decided, posted, request } = processOutcomes
  const isCosigning = task.outcomes.includes(agreed)
  return task.outcomes.flatMap((outcome): Ranked[] => {
    switch (outcome) {
      case request:
        return [{ rank: 1, action: { label: t('action.request'), href: deskUrls.request(state.id) } }]
      case decided:
        return [{ rank: 0, action: { label: t('action.decide'), href: deskUrls.decision(state.id) } }]
      case agreed:
        return [{ rank: 0, action: { label: t('action.cosign'), href: deskUrls.cosignature(state.id) } }]
      case posted:
        return [{ rank: 0, action: { label: t('action.post'), href: deskUrls.paper(state.id) } }]
      case back:
        // Giving a decision back asks for a reason: that page offers both ways.
        return isCosigning ? [] : [{ rank: 2, action: { label: t('action.back'), task: task.id, outcome } }]
      default:
        return [{ rank: 0, action: { label: ownLabel(outcome, task, t), task: task.id, outcome } }]
    }
  })
}

/** A town's process may know outcomes of its own; their words are the town's. */
function ownLabel(outcome: string, task: OpenTask, t: Say): string {
  return outcome === 'entscheiden' ? t('action.to_decision') : `${task.name}: ${outcome}`
}
