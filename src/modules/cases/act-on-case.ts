import { recordEvent } from '#core/audit.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { Forbidden } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import type { OpenTask } from '#process/index.ts'
import { changeCase } from './change-case.ts'
import { CaseConflict } from './errors.ts'
import type { CaseState } from './model.ts'
import { checkMayOpen, mayWorkAs } from './policy.ts'
import type { NewFact } from './record/fact.ts'
import type { CaseServices } from './services.ts'

export interface StaffAct {
  readonly case: CaseId
  /** Version the page showed. Left out where it does not matter what happened meanwhile (a note). */
  readonly version?: number | undefined
  /** Name for the log of events, `case.claimed`. */
  readonly event: string
  readonly data?: Readonly<Record<string, unknown>> | undefined
  readonly facts: (state: CaseState) => readonly NewFact[]
  /** What belongs to it elsewhere, in the same transaction. */
  readonly also?: ((db: Db, state: CaseState) => Promise<void>) | undefined
}

/**
 * One act of a member of staff: rights first, so that a foreign case tells nothing, then the version, then the facts;
 * one event, one transaction. No facts: nothing was to do, nothing is written.
 */
export async function actOnCase(services: CaseServices, scope: Scope, act: StaffAct): Promise<CaseState> {
  return inScope(services.database, scope, async db => {
    let seen = 0
    const after = await changeCase({ services, db }, scope, {
      case: act.case,
      facts: state => {
        checkMayOpen(scope, state)
        if (act.version !== undefined && act.version !== state.version) throw new CaseConflict('changed')
        seen = state.version
        return act.facts(state)
      },
    })
    if (after.version === seen) return after
    await act.also?.(db, after)
    await recordEvent(db, scope, { name: act.event, subject: act.case, data: act.data ?? {} })
    return after
  })
}

/** An open task that this person may do now. @throws CaseConflict when it is done, Forbidden when it is not hers */
export function checkTask(scope: Scope, state: CaseState, task: OpenTask | undefined): OpenTask {
  if (!task) throw new CaseConflict(state.phase === 'closed' ? 'closed' : 'task-done')
  if (!mayWorkAs(scope.staff, task.role, state)) throw new Forbidden(task.role)
  if (task.excluded.includes(scope.staff!.id)) throw new CaseConflict('same-person')
  return task
}
