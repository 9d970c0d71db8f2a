import { recordEvent } from '#core/audit.ts'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import { findCaseRow } from './case-store.ts'
import { changeCase } from './change-case.ts'
import type { CaseState } from './model.ts'
import type { NewFact } from './record/fact.ts'
import type { CaseServices } from './services.ts'

export interface OwnCase {
  readonly tenant: TenantId
  readonly case: CaseId
}

/**
 * Proves by row-level security that the case is this person's (account, or guest with access) and gives the scope in
 * which she may act inside the authority.
 * @throws NotFound for a foreign case as for an unknown one
 */
export async function enterOwnCase(services: CaseServices, scope: Scope, key: OwnCase): Promise<Scope> {
  const own = freezeScope({ now: scope.now, account: scope.account, guest: scope.guest })
  const row = await inScope(services.database, own, db => findCaseRow(db, own, key))
  if (!row) throw new NotFound('case')
  return freezeScope({ ...own, tenant: key.tenant })
}

/** One act of the applicant on her own case: one event, one transaction. */
export async function actOnOwnCase(
  services: CaseServices,
  scope: Scope,
  act: OwnCase & {
    readonly event: string
    readonly facts: (state: CaseState) => readonly NewFact[]
    readonly also?: ((db: Db, scope: Scope, state: CaseState) => Promise<void>) | undefined
  },
): Promise<CaseState> {
  const within = await enterOwnCase(services, scope, act)
  return inScope(services.database, within, async db => {
    const state = await changeCase({ services, db }, within, { case: act.case, facts: act.facts })
    await act.also?.(db, within, state)
    await recordEvent(db, within, { name: act.event, subject: act.case })
    return state
  })
}
