import { recordEvent } from '#core/audit.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { listTenants } from '#modules/tenants/index.ts'
import { tryLockCaseRow } from '../case-store.ts'
import { changeLocked } from '../change-case.ts'
import type { CaseState } from '../model.ts'
import type { NewFact } from '../record/fact.ts'
import type { CaseServices } from '../services.ts'
import { type DueTimer, listDueTimers } from './projection-store.ts'

const batchSize = 100

/**
 * Tells each case whose time has come. A case that someone works on right now is skipped until the next minute;
 * one that fails holds up no other.
 */
export const fireTimers: Task<CaseServices> = {
  name: 'fire-timers',
  cron: '* * * * *',
  run: async services => {
    const now = services.clock.now()
    const tenants = await inScope(services.database, freezeScope({ now }), listTenants)
    for (const { id } of tenants) await fireTimersOf(services, freezeScope({ now, tenant: id }))
  },
}

async function fireTimersOf(services: CaseServices, scope: Scope): Promise<void> {
  let after: DueTimer | undefined
  for (;;) {
    const batch = await inScope(services.database, scope, db =>
      listDueTimers(db, scope, { after, limit: batchSize }),
    )
    for (const timer of batch) {
      await fire(services, scope, timer).catch(cause =>
        services.log.error({ err: cause, case: timer.case, timer: timer.timer }, 'timer failed'),
      )
    }
    after = batch.at(-1)
    if (batch.length < batchSize) return
  }
}

async function fire(services: CaseServices, scope: Scope, due: DueTimer): Promise<void> {
  await inScope(services.database, scope, async db => {
    const row = await tryLockCaseRow(db, scope, due.case)
    if (!row) return
    const after = await changeLocked({ services, db }, scope, {
      row,
      case: due.case,
      facts: state => firedFact(state, due, scope.now),
    })
    if (after.version > row.version)
      await recordEvent(db, scope, {
        name: 'case.timer_fired',
        subject: due.case,
        data: { timer: due.timer },
      })
  })
}

/** Nothing when the timer was stopped or put off since the batch was read. */
function firedFact(state: CaseState, due: DueTimer, now: Date): NewFact[] {
  const timer = state.timers.find(({ id }) => id === due.timer)
  if (!timer || Date.parse(timer.dueAt) > now.getTime()) return []
  return [{ type: 'timer.fired', data: { timer: timer.id, awaited: timer.awaited } }]
}
