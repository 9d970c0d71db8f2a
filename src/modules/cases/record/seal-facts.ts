import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId, CaseId, StaffId } from '#core/ids.ts'
import type { Actor, CaseFact, FactData, FactType, NewFact } from './fact.ts'
import type { FactRow } from './fact-store.ts'

const contextOf = (id: CaseId, seq: number) => `case_facts.data ${id} ${seq}`

/** Who acts here: staff in their own name, the applicant in hers, the portal in nobody's. */
function actorOf(scope: Scope): Actor {
  if (scope.staff) return { kind: 'staff', id: scope.staff.id }
  if (scope.account || scope.guest) return { kind: 'applicant', id: scope.account }
  return { kind: 'system' }
}

/** New facts with their numbers, and the rows that hold them sealed. */
export function sealFacts(
  keys: TenantKeys,
  scope: Scope,
  input: { case: CaseId; after: number; facts: readonly NewFact[] },
): { facts: CaseFact[]; rows: FactRow[] } {
  const actor = actorOf(scope)
  const facts = input.facts.map(
    (fact, index) => ({ ...fact, seq: input.after + 1 + index, at: scope.now, actor }) as CaseFact,
  )
  const rows = facts.map(({ seq, at, type, data }) => ({
    seq,
    at,
    type,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'system' ? null : (actor.id ?? null),
    data: keys.sealJson(contextOf(input.case, seq), data),
  }))
  return { facts, rows }
}

export function openFacts(keys: TenantKeys, id: CaseId, rows: readonly FactRow[]): CaseFact[] {
  return rows.map(row => {
    const data = keys.openJson<FactData[FactType]>(contextOf(id, row.seq), row.data)
    return { seq: row.seq, at: row.at, type: row.type as FactType, actor: readActor(row), data } as CaseFact
  })
}

function readActor({ actor_kind, actor_id }: FactRow): Actor {
  if (actor_kind === 'staff') return { kind: 'staff', id: actor_id as StaffId }
  if (actor_kind === 'applicant')
    return { kind: 'applicant', id: (actor_id as AccountId | null) ?? undefined }
  return { kind: 'system' }
}
