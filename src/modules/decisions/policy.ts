import type { Scope } from '#core/db/scope.ts'
import {
  CaseConflict,
  type CaseFact,
  type CaseState,
  checkMayOpen,
  checkTask,
  lastFact,
  maySupervise,
  processOutcomes,
} from '#modules/cases/index.ts'
import { AlreadyDecided } from './errors.ts'

type OpenTask = CaseState['process']['tasks'][number]

/** The decision that stands: made and not given back. */
export function standingDecision(state: CaseState): CaseFact<'decision.drafted'> | undefined {
  const made = lastFact(state.facts, 'decision.drafted')
  const returned = lastFact(state.facts, 'decision.returned')
  return made && (!returned || returned.seq < made.seq) ? made : undefined
}

/**
 * The open task of deciding, for whoever may do it: the one who has the case, anyone of the office while nobody has
 * it, and who leads the office.
 *
 * @param version the case's version that the page showed
 * @throws AlreadyDecided, CaseConflict `changed`, `claimed`, `task-done`; NotFound for a foreign case
 */
export function checkDecidable(scope: Scope, state: CaseState, version?: number): OpenTask {
  checkMayOpen(scope, state)
  const task = state.process.tasks.find(open => open.outcomes.includes(processOutcomes.decided))
  const standing = standingDecision(state)
  if (!task && standing) throw alreadyDecided(standing)
  if (version !== undefined && version !== state.version) throw new CaseConflict('changed')
  if (state.assignee && state.assignee !== scope.staff?.id && !maySupervise(scope.staff, state))
    throw new CaseConflict('claimed')
  return checkTask(scope, state, task)
}

function alreadyDecided({ actor, at, data }: CaseFact<'decision.drafted'>): AlreadyDecided {
  const by = actor.kind === 'staff' ? actor.id : undefined
  return new AlreadyDecided({ by, at, outcome: data.outcome })
}

/** The open task of signing beside the first person. @throws CaseConflict `same-person`, Forbidden for a clerk */
export function checkCosignable(scope: Scope, state: CaseState, version?: number): OpenTask {
  checkMayOpen(scope, state)
  if (version !== undefined && version !== state.version) throw new CaseConflict('changed')
  return checkTask(
    scope,
    state,
    state.process.tasks.find(open => open.outcomes.includes(processOutcomes.agreed)),
  )
}
