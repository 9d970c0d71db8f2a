import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'

export interface FactRow {
  readonly seq: number
  readonly at: Date
  readonly type: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly data: Buffer
}

export async function insertFacts(
  db: Db,
  scope: Scope,
  input: { case: CaseId; facts: readonly FactRow[] },
): Promise<void> {
  await db
    .insertInto('case_facts')
    .values(input.facts.map(fact => ({ tenant_id: scope.tenant!, case_id: input.case, ...fact })))
    .execute()
}

export async function listFacts(db: Db, scope: Scope, id: CaseId): Promise<FactRow[]> {
  return db
    .selectFrom('case_facts')
    .select(['seq', 'at', 'type', 'actor_kind', 'actor_id', 'data'])
    .where('tenant_id', '=', scope.tenant!)
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute()
}
