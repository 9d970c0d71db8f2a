import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { loadCase } from '../load-case.ts'
import type { CaseServices } from '../services.ts'

/** Does what the process asks of the portal. May run twice or late: an effect that is not open is left alone. */
export const runEffect: Task<CaseServices> = {
  name: 'run-effect',
  run: async (services, payload) => {
    const scope = freezeScope({ now: services.clock.now(), tenant: payload.tenant as TenantId })
    const state = await inScope(services.database, scope, db =>
      loadCase({ services, db }, scope, payload.case as CaseId),
    )
    const effect = state?.process.effects.find(({ id }) => id === payload.effect)
    if (!state || !effect) return
    const perform = services.effects[effect.name]
    if (!perform) throw new Error(`no effect ${effect.name}`)
    await perform(scope, { case: state.id, effect: effect.id, data: effect.data })
  },
}
