import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { deleteSession } from './session-store.ts'

/** Ends the session of this browser at once, on the server: its id is worth nothing from now on. */
export async function endSession(
  services: CoreServices,
  scope: Scope,
  sessionHash: string | undefined,
): Promise<void> {
  if (sessionHash === undefined) return
  const ending = freezeScope({ now: scope.now })
  await inScope(services.database, ending, db => deleteSession(db, ending, Buffer.from(sessionHash, 'hex')))
}
