import { day_ms } from '#core/clock.ts'
import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, DraftId, TenantId } from '#core/ids.ts'
import type { Answers, FlowContext, OpenFlow } from '#flow/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'

/** A draft is kept so long after it was last saved, then deleted (§ 8a Abs. 3 OZG). */
export const keep_days = 30
export const keepUntil = (savedAt: Date) => new Date(savedAt.getTime() + keep_days * day_ms)

/** Where a draft lies and how its address names it; all must fit, or it does not exist. */
export interface DraftAddress {
  /** The portal's authority, whose key seals it. */
  readonly tenant: TenantId
  readonly portal: string
  readonly service: string
  readonly draft: DraftId
}

/** What is sealed in a draft. */
export interface DraftContent {
  readonly answers: Answers
  /** Who is responsible for the place that was named; its parameters then hold for the form. */
  readonly authority?: { readonly place: string; readonly tenant?: TenantId | undefined } | undefined
}

export interface Draft extends DraftAddress {
  readonly version: string
  readonly account?: AccountId | undefined
  readonly language: Language
  /** Rises with each save; a save that read an older one is done again. */
  readonly revision: number
  readonly createdAt: Date
  readonly savedAt: Date
  readonly expiresAt: Date
  /** The authority that received it; nothing can be changed after that. */
  readonly submittedTo?: TenantId | undefined
  readonly hasResumeCode: boolean
  readonly sealed: Buffer
}

/** A draft with its form, opened for one request. */
export interface OpenedDraft {
  readonly draft: Draft
  readonly package: ServicePackage
  readonly content: DraftContent
  readonly context: FlowContext
  readonly open: OpenFlow
}

export function sealContent(keys: TenantKeys, draft: string, content: DraftContent): Buffer {
  return keys.sealJson(`drafts.answers ${draft}`, content)
}

export function openContent(keys: TenantKeys, draft: Pick<Draft, 'draft' | 'sealed'>): DraftContent {
  return keys.openJson<DraftContent>(`drafts.answers ${draft.draft}`, draft.sealed)
}
