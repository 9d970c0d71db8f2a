import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase } from './act-on-case.ts'
import { CaseConflict } from './errors.ts'
import type { CaseState } from './model.ts'
import type { CheckAnswer, NewFact } from './record/fact.ts'
import type { CaseServices } from './services.ts'

export interface RecordedCheck {
  /** Id of the check; of one item `<check>.<item>`. */
  readonly check: string
  readonly result: CheckAnswer
  readonly note?: string | undefined
}

/** Records what the worker found; the newest answer of a check counts. Answers that did not change are left out. */
export function recordChecks(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; checks: readonly RecordedCheck[] },
): Promise<CaseState> {
  return actOnCase(services, scope, {
    case: input.case,
    event: 'case.checks_recorded',
    facts: state => {
      if (state.phase === 'closed') throw new CaseConflict('closed')
      return input.checks
        .filter(check => !isKnown(state, check))
        .map((data): NewFact => ({ type: 'check.recorded', data }))
    },
  })
}

function isKnown({ facts }: CaseState, { check, result, note }: RecordedCheck): boolean {
  const last = facts.findLast(fact => fact.type === 'check.recorded' && fact.data.check === check)
  return last?.type === 'check.recorded' && last.data.result === result && last.data.note === note
}
