import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { BadRequest, Forbidden } from '#core/errors.ts'
import type { CaseId, StaffId } from '#core/ids.ts'
import { listColleagues } from '#modules/accounts/index.ts'
import { actOnCase } from './act-on-case.ts'
import { CaseConflict } from './errors.ts'
import { loadCase } from './load-case.ts'
import type { CaseState } from './model.ts'
import { checkMayOpen, mayAssign } from './policy.ts'
import type { CaseServices } from './services.ts'

/**
 * Gives a case to a colleague of its office, or with `to: null` back to the unassigned ones. One's own case anyone
 * may hand over; any case, whoever leads the office.
 * @throws Forbidden, BadRequest when `to` does not work in that office
 */
export async function assignCase(
  services: CaseServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined; to: StaffId | null },
): Promise<CaseState> {
  const { to } = input
  if (to) await checkColleague(services, scope, { case: input.case, to })
  return actOnCase(services, scope, {
    case: input.case,
    version: input.version,
    event: 'case.assigned',
    data: { to },
    facts: state => {
      if (!mayAssign(scope.staff, state)) throw new Forbidden('assign')
      if (state.phase === 'closed') throw new CaseConflict('closed')
      if ((state.assignee ?? null) === to) return []
      return [{ type: 'assigned', data: { to } }]
    },
  })
}

/** Offices never change for a case, so this may be asked before the case is locked. */
async function checkColleague(
  services: CaseServices,
  scope: Scope,
  { case: id, to }: { case: CaseId; to: StaffId },
): Promise<void> {
  await inScope(services.database, scope, async db => {
    const { office } = checkMayOpen(scope, await loadCase({ services, db }, scope, id))
    const colleagues = await listColleagues(db, scope, office)
    if (!colleagues.some(colleague => colleague.id === to)) throw new BadRequest('colleague')
  })
}
