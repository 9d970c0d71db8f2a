import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import { actOnCase, CaseConflict, type CaseState, processOutcomes } from '#modules/cases/index.ts'
import { type CheckedDecision, checkDecision } from './check-decision.ts'
import { findDecisionRow, putIntoEffect, supersedeDecision } from './decision-store.ts'
import { openStored, type StoredDecision } from './draft.ts'
import { type LoadedMatter, loadMatter } from './load-matter.ts'
import { checkCosignable, standingDecision } from './policy.ts'
import type { DecisionServices } from './services.ts'

export type Cosigned =
  | { readonly kind: 'cosigned'; readonly state: CaseState }
  /** Days have passed, and what was decided no longer fits: to be given back. */
  | { readonly kind: 'incomplete'; readonly checked: CheckedDecision }

/**
 * The second signature (four eyes): the decision takes effect and the notice goes out.
 * @throws CaseConflict `same-person` for whoever decided, Forbidden for someone who may not sign
 */
export async function cosign(
  services: DecisionServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined },
): Promise<Cosigned> {
  const loaded = await loadMatter(services, scope, input.case)
  checkCosignable(scope, loaded.state, input.version)
  const stored = await getStanding(services, scope, loaded)
  const letter = { created: scope.now, isDraft: false, signer: stored.signer }
  const checked = checkDecision(loaded, stored.decision, letter)
  if (!checked.isComplete) return { kind: 'incomplete', checked }
  const state = await actOnCase(services, scope, {
    case: input.case,
    event: 'decision.cosigned',
    data: { decision: stored.id },
    facts: now => {
      const task = checkCosignable(scope, now, input.version)
      return [
        { type: 'decision.cosigned', data: { decision: stored.id } },
        { type: 'task.completed', data: { task: task.id, outcome: processOutcomes.agreed } },
      ]
    },
    also: async db => {
      if (!(await putIntoEffect(db, scope, { id: stored.id, cosigned: true })))
        throw new CaseConflict('decided')
    },
  })
  return { kind: 'cosigned', state }
}

/**
 * Gives the decision back to whoever made it, with the reason. What was decided is kept; the next attempt begins
 * with it and is a decision of its own.
 */
export async function returnDecision(
  services: DecisionServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined; reason: string },
): Promise<CaseState> {
  const { reason } = input
  const loaded = await loadMatter(services, scope, input.case)
  const { id } = await getStanding(services, scope, loaded)
  return actOnCase(services, scope, {
    case: input.case,
    event: 'decision.returned',
    data: { decision: id },
    facts: now => {
      const task = checkCosignable(scope, now, input.version)
      return [
        { type: 'decision.returned', data: { decision: id, reason } },
        { type: 'task.completed', data: { task: task.id, outcome: processOutcomes.back } },
      ]
    },
    also: db => supersedeDecision(db, scope, id),
  })
}

/** The decision that stands, as it is stored. @throws CaseConflict when there is none (any more) */
export async function getStanding(
  services: DecisionServices,
  scope: Scope,
  { state }: Pick<LoadedMatter, 'state'>,
): Promise<StoredDecision> {
  const standing = standingDecision(state)
  if (!standing) throw new CaseConflict('task-done')
  const keys = await services.keyring.of(state.tenant)
  const row = await inScope(services.database, scope, db =>
    findDecisionRow(db, scope, standing.data.decision),
  )
  if (!row) throw new NotFound('decision')
  return openStored(keys, row)
}
