import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { AccountId, CaseId, DecisionId, NoticeId, TenantId } from '#core/ids.ts'
import type { Channel, Notice, NoticeContent } from './model.ts'
import type { NoticeRow } from './notice-store.ts'

const contentContext = (id: string) => `notices.content ${id}`
const keyContext = (id: string) => `notices.key ${id}`

export function sealContent(keys: TenantKeys, id: NoticeId, content: NoticeContent): Buffer {
  return keys.sealJson(contentContext(id), content)
}

export function wrapKey(keys: TenantKeys, id: NoticeId, key: Buffer): Buffer {
  return keys.seal(keyContext(id), key)
}

/** The key of the stored PDF. */
export function unwrapKey(keys: TenantKeys, row: NoticeRow): Buffer {
  return keys.open(keyContext(row.id), row.pdf_wrapped_key)
}

export function openNoticeRow(keys: TenantKeys, row: NoticeRow): Notice {
  return {
    ...keys.openJson<NoticeContent>(contentContext(row.id), row.content),
    tenant: row.tenant_id as TenantId,
    id: row.id as NoticeId,
    case: row.case_id as CaseId,
    decision: row.decision_id as DecisionId,
    account: (row.account_id as AccountId | null) ?? undefined,
    channel: row.channel as Channel,
    providedAt: row.provided_at,
    notifiedAt: row.notified_at ?? undefined,
    firstRetrievedAt: row.first_retrieved_at ?? undefined,
    postedAt: row.posted_at ?? undefined,
  }
}
