import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId, DecisionId } from '#core/ids.ts'
import { actOnCase, type CaseState, processOutcomes } from '#modules/cases/index.ts'
import { type CheckedDecision, checkDecision } from './check-decision.ts'
import { putIntoEffect } from './decision-store.ts'
import { draftIdOf, writeDecision } from './draft-decision.ts'
import { AlreadyDecided } from './errors.ts'
import { loadMatter } from './load-matter.ts'
import type { Decision } from './model.ts'
import { holds } from './notice/matter.ts'
import { checkDecidable } from './policy.ts'
import type { DecisionServices } from './services.ts'

export type Decided =
  /** `cosign`: a second person signs before the notice goes out. */
  | {
      readonly kind: 'decided'
      readonly state: CaseState
      readonly decision: DecisionId
      readonly cosign: boolean
    }
  | { readonly kind: 'incomplete'; readonly checked: CheckedDecision }

/**
 * Makes the decision: completes the task, and the notice goes out, or a second person is asked where the package or
 * the town's parameter demands it. One case has one effective decision: of two who decide at once one wins, the
 * other is told (`decisions_one_effective` holds it against everything else).
 *
 * @throws AlreadyDecided, CaseConflict
 */
export async function decide(
  services: DecisionServices,
  scope: Scope,
  input: { case: CaseId; version?: number | undefined; decision: Decision },
): Promise<Decided> {
  const loaded = await loadMatter(services, scope, input.case)
  checkDecidable(scope, loaded.state, input.version)
  const letter = { created: scope.now, isDraft: false, signer: scope.staff!.name }
  const checked = checkDecision(loaded, input.decision, letter)
  if (!checked.isComplete) return { kind: 'incomplete', checked }
  const { decision, outcome, lookup } = checked.opened
  const cosign = outcome.cosign !== undefined && holds(outcome.cosign, lookup)
  const id = await inScope(services.database, scope, db => draftIdOf(db, scope, input.case))
  const state = await actOnCase(services, scope, {
    case: input.case,
    event: 'decision.made',
    data: { decision: id, outcome: outcome.id, cosign },
    facts: now => {
      const task = checkDecidable(scope, now, input.version)
      return [
        { type: 'decision.drafted', data: { decision: id, outcome: outcome.id, cosign } },
        {
          type: 'task.completed',
          data: { task: task.id, outcome: processOutcomes.decided, data: { decision: id } },
        },
      ]
    },
    also: async db => {
      await writeDecision(db, scope, { services, id, case: input.case, decision })
      if (cosign || (await putIntoEffect(db, scope, { id, cosigned: false }))) return
      throw new AlreadyDecided({ by: undefined, at: scope.now, outcome: outcome.id })
    },
  })
  return { kind: 'decided', state, decision: id, cosign }
}
