import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { DecisionId, StaffId } from '#core/ids.ts'
import type { DecisionRow } from './decision-store.ts'
import type { Decision } from './model.ts'

const contextOf = (id: string) => `decisions.content ${id}`

/** The sealed part of a decision. */
interface Content {
  readonly decision: Decision
  /** Whose name stands under the letter, as it was then. */
  readonly signer: string
}

/** A decision as it is stored: a draft, one that waits for its second signature, or the effective one. */
export interface StoredDecision extends Content {
  readonly id: DecisionId
  readonly draftedBy: StaffId
  readonly draftedAt: Date
  readonly cosignedBy?: StaffId | undefined
  readonly effectiveAt?: Date | undefined
}

export function sealDecision(keys: TenantKeys, id: DecisionId, content: Content): Buffer {
  return keys.sealJson(contextOf(id), content)
}

export function openStored(keys: TenantKeys, row: DecisionRow): StoredDecision {
  return {
    ...keys.openJson<Content>(contextOf(row.id), row.content),
    id: row.id as DecisionId,
    draftedBy: row.drafted_by as StaffId,
    draftedAt: row.drafted_at,
    cosignedBy: (row.cosigned_by as StaffId | null) ?? undefined,
    effectiveAt: row.effective_at ?? undefined,
  }
}
