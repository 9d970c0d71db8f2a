import { recordEvent } from '#core/audit.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { type CaseId, type DecisionId, newId } from '#core/ids.ts'
import { type CaseState, changeCase, checkMayOpen, loadCase } from '#modules/cases/index.ts'
import { findDecisionRow, findDraftRow, findNewestDraftRow, saveDecision } from './decision-store.ts'
import { openStored, type StoredDecision, sealDecision } from './draft.ts'
import type { Decision } from './model.ts'
import { checkDecidable, standingDecision } from './policy.ts'
import type { DecisionServices } from './services.ts'

/**
 * Keeps what is entered so far, any number of times and however incomplete. Each case worker has a draft of her own.
 * @throws AlreadyDecided, CaseConflict when the case is no longer hers to decide
 */
export async function draftDecision(
  services: DecisionServices,
  scope: Scope,
  input: { case: CaseId; decision: Decision },
): Promise<DecisionId> {
  return inScope(services.database, scope, async db => {
    await lockDecidable(db, scope, { services, case: input.case })
    const id = await draftIdOf(db, scope, input.case)
    await writeDecision(db, scope, { ...input, services, id })
    await recordEvent(db, scope, { name: 'decision.saved', subject: input.case, data: { decision: id } })
    return id
  })
}

/** Holds the case until the transaction ends; it changes nothing. */
async function lockDecidable(
  db: Db,
  scope: Scope,
  { services, case: id }: { services: DecisionServices; case: CaseId },
): Promise<CaseState> {
  return changeCase({ services, db }, scope, {
    case: id,
    facts: state => {
      checkDecidable(scope, state)
      return []
    },
  })
}

/** The person's own open draft, or a new one. */
export async function draftIdOf(db: Db, scope: Scope, id: CaseId): Promise<DecisionId> {
  const row = await findDraftRow(db, scope, { case: id, by: scope.staff!.id })
  return (row?.id as DecisionId | undefined) ?? newId<DecisionId>(scope.now)
}

export async function writeDecision(
  db: Db,
  scope: Scope,
  input: { services: DecisionServices; id: DecisionId; case: CaseId; decision: Decision },
): Promise<void> {
  const { services, id, decision } = input
  const keys = await services.keyring.of(scope.tenant!)
  const content = sealDecision(keys, id, { decision, signer: scope.staff!.name })
  await saveDecision(db, scope, { id, case: input.case, outcome: decision.outcome, content })
}

/**
 * What to go on from: the decision that stands, else the person's own draft, else the newest of a colleague's or the
 * one that was given back.
 * @throws NotFound for a case of another office
 */
export async function findDecision(
  services: DecisionServices,
  scope: Scope,
  id: CaseId,
): Promise<StoredDecision | undefined> {
  const keys = await services.keyring.of(scope.tenant!)
  return inScope(services.database, scope, async db => {
    const state = checkMayOpen(scope, await loadCase({ services, db }, scope, id))
    const standing = standingDecision(state)
    const row = standing
      ? await findDecisionRow(db, scope, standing.data.decision)
      : ((await findDraftRow(db, scope, { case: id, by: scope.staff!.id })) ??
        (await findNewestDraftRow(db, scope, id)))
    return row && openStored(keys, row)
  })
}
