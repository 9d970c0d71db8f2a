import type { Selectable } from 'kysely'
import { type Db, violatedKey } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Decisions } from '#core/db/tables.ts'
import type { CaseId, DecisionId, StaffId } from '#core/ids.ts'

export type DecisionRow = Selectable<Decisions>

/** Each case worker keeps a draft of her own, so that nobody's typing is lost to a colleague's. */
export async function findDraftRow(
  db: Db,
  scope: Scope,
  key: { case: CaseId; by: StaffId },
): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decisions')
    .selectAll()
    .where('tenant_id', '=', scope.tenant!)
    .where('case_id', '=', key.case)
    .where('drafted_by', '=', key.by)
    .where('effective_at', 'is', null)
    .where('superseded_at', 'is', null)
    .orderBy('drafted_at', 'desc')
    .executeTakeFirst()
}

/** The newest that is not in effect, whoever wrote it; one that was given back counts too. */
export async function findNewestDraftRow(db: Db, scope: Scope, id: CaseId): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decisions')
    .selectAll()
    .where('tenant_id', '=', scope.tenant!)
    .where('case_id', '=', id)
    .where('effective_at', 'is', null)
    .orderBy('drafted_at', 'desc')
    .executeTakeFirst()
}

export async function findDecisionRow(
  db: Db,
  scope: Scope,
  id: DecisionId,
): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decisions')
    .selectAll()
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Writes the draft, or the same draft again with what is typed now. */
export async function saveDecision(
  db: Db,
  scope: Scope,
  row: { id: DecisionId; case: CaseId; outcome: string; content: Buffer },
): Promise<void> {
  await db
    .insertInto('decisions')
    .values({
      tenant_id: scope.tenant!,
      id: row.id,
      case_id: row.case,
      outcome: row.outcome,
      content: row.content,
      drafted_by: scope.staff!.id,
      drafted_at: scope.now,
      cosigned_by: null,
      cosigned_at: null,
      effective_at: null,
      superseded_at: null,
    })
    .onConflict(conflict =>
      conflict
        .columns(['tenant_id', 'id'])
        .doUpdateSet({ outcome: row.outcome, content: row.content, drafted_at: scope.now })
        .where('decisions.effective_at', 'is', null),
    )
    .execute()
}

/**
 * Makes a decision the effective one of its case. `decisions_one_effective` lets only one be: whoever comes second
 * gets `false`.
 *
 * @param cosigned whether the person of the scope signs beside the one who drafted it; the database refuses the same
 */
export async function putIntoEffect(
  db: Db,
  scope: Scope,
  { id, cosigned }: { id: DecisionId; cosigned: boolean },
): Promise<boolean> {
  try {
    const changed = await db
      .updateTable('decisions')
      .set({
        effective_at: scope.now,
        ...(cosigned && { cosigned_by: scope.staff!.id, cosigned_at: scope.now }),
      })
      .where('tenant_id', '=', scope.tenant!)
      .where('id', '=', id)
      .where('effective_at', 'is', null)
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n
  } catch (cause) {
    if (violatedKey(cause) === 'decisions_one_effective') return false
    throw cause
  }
}

/** Given back: it stays readable and takes no effect any more. */
export async function supersedeDecision(db: Db, scope: Scope, id: DecisionId): Promise<void> {
  await db
    .updateTable('decisions')
    .set({ superseded_at: scope.now })
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .where('effective_at', 'is', null)
    .execute()
}
