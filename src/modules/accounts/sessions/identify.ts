import { inScope } from '#core/db/database.ts'
import { freezeScope, type StaffMember } from '#core/db/scope.ts'
import type { Identity } from '#core/http/visit.ts'
import type { CoreServices } from '#core/services.ts'
import { isAlive, needsTouch } from './session-limits.ts'
import { deleteSession, findSession, type SessionRow, touchSession } from './session-store.ts'

/**
 * Who a session cookie stands for; `undefined` when it is unknown, ended, idle too long or its owner was disabled.
 * One transaction with one query; the sign of life is written at most once a minute.
 */
export function identify(services: CoreServices): (sessionId: string) => Promise<Identity | undefined> {
  return async sessionId => {
    const scope = freezeScope({ now: services.clock.now(), system: true })
    const idHash = services.keyring.hash('session', sessionId)
    return inScope(services.database, scope, async db => {
      const session = await findSession(db, idHash)
      if (!session) return undefined
      if (!isAlive(session, scope.now)) {
        await deleteSession(db, scope, idHash)
        return undefined
      }
      if (needsTouch(session.seenAt, scope.now)) await touchSession(db, scope, idHash)
      return identityOf(session, idHash)
    })
  }
}

function identityOf(session: SessionRow, idHash: Buffer): Identity {
  const common = { sessionHash: idHash.toString('hex'), name: session.name, portal: session.portal }
  if (session.kind === 'resident') return { ...common, scope: { account: session.account } }
  const staff: StaffMember = {
    id: session.staff!,
    name: session.name ?? '',
    roles: session.roles,
    offices: session.offices,
  }
  return { ...common, scope: { tenant: session.tenant, staff } }
}
