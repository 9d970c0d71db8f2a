import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId, NoticeId } from '#core/ids.ts'
import type { ApplicationServices } from '#modules/applications/index.ts'

/** A step of a process that the portal itself does; names as in `torhaus:effect`. */
export interface EffectOrder {
  readonly case: CaseId
  /** Key of this activation, `provide_notice:1`. */
  readonly effect: string
  /** What the last person, message or effect on this path brought along. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Runs under `{ now, tenant }`. Does its work and records `effect.done` in one transaction: see `performEffect`. */
export type Effect = (scope: Scope, order: EffectOrder) => Promise<void>

export interface CaseServices extends ApplicationServices {
  /** What the portal can do by itself, by name; wired in src/compose.ts. */
  readonly effects: Readonly<Record<string, Effect>>
  /** Called in the transaction that records the posting of a letter; the module decisions keeps the day. */
  readonly onNoticePosted: (db: Db, scope: Scope, notice: NoticeId) => Promise<void>
}
