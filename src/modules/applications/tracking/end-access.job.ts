import { inScope } from '#core/db/database.ts'
import { inTenant } from '#core/db/scope.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { listTenants } from '#modules/tenants/index.ts'
import type { ApplicationServices } from '../services.ts'
import { deleteEndedAccess } from './access-store.ts'

/** Forgets which browsers could follow an application, once they no longer can. */
export const endAccess: Task<ApplicationServices> = {
  name: 'access-end',
  cron: '20 2 * * *',
  run: async services => {
    const scope = { now: services.clock.now() }
    const tenants = await inScope(services.database, scope, listTenants)
    for (const tenant of tenants) {
      const within = inTenant(scope, tenant.id)
      await inScope(services.database, within, db => deleteEndedAccess(db, within))
    }
  },
}
