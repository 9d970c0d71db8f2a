import { recordEvent } from '#core/audit.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { lockCaseRow } from '../case-store.ts'
import { changeLocked } from '../change-case.ts'
import { replayRow } from '../load-case.ts'
import type { CaseState } from '../model.ts'
import type { NewFact } from '../record/fact.ts'
import type { CaseServices, EffectOrder } from '../services.ts'

/** What an effect did: facts to tell, and data for the conditions that follow (`effects.<node>`). */
export interface EffectResult {
  readonly facts?: readonly NewFact[] | undefined
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Does an effect exactly once: locks the case, leaves when the effect is done already, else runs `work` and records
 * `effect.done`, all in one transaction. Killed in between, nothing happened and the job runs again. Slow
 * preparation (a PDF) belongs before the call, so that the case is not locked meanwhile.
 *
 * @example
 * const closeCase: Effect = (scope, order) =>
 *   performEffect(services, scope, { ...order, work: async () => ({ facts: [{ type: 'closed', data }] }) })
 * @returns whether it was done now
 */
export async function performEffect(
  services: CaseServices,
  scope: Scope,
  order: EffectOrder & { readonly work: (db: Db, state: CaseState) => Promise<EffectResult> },
): Promise<boolean> {
  return inScope(services.database, scope, async db => {
    const row = await lockCaseRow(db, scope, order.case)
    const state = row && (await replayRow(services, db, { scope, row }))
    const effect = state?.process.effects.find(({ id }) => id === order.effect)
    if (!row || !state || !effect) return false
    const { facts = [], data } = await order.work(db, state)
    await changeLocked({ services, db }, scope, {
      row,
      case: order.case,
      facts: [...facts, { type: 'effect.done', data: { effect: effect.id, name: effect.name, data } }],
    })
    await recordEvent(db, scope, { name: `case.${effect.name}`, subject: order.case })
    return true
  })
}
