import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { deleteOldAttempts } from '#core/throttle-store.ts'
import { deleteOldChallenges } from './passkeys/passkey-store.ts'
import { deleteOldRequests } from './registration/request-store.ts'
import type { AccountServices } from './services.ts'
import { deleteEndedSessions } from './sessions/session-store.ts'

/** Each night: what is over leaves the database. Nothing depends on it, since all of it is refused by time already. */
export const tidyAccounts: Task<AccountServices> = {
  name: 'tidy-accounts',
  cron: '20 2 * * *',
  run: async services => {
    const scope = freezeScope({ now: services.clock.now() })
    await inScope(services.database, scope, async db => {
      await deleteEndedSessions(db, scope)
      await deleteOldRequests(db, scope)
      await deleteOldChallenges(db, scope)
      await deleteOldAttempts(db, scope)
    })
  },
}
