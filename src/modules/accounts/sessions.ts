import { randomBytes } from 'node:crypto'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope, type StaffMember } from '#core/db/scope.ts'
import type { Identity } from '#core/http/visit.ts'
import type { CoreServices } from '#core/services.ts'
import { isAlive, needsTouch, sessionEnd, type TrustLevel } from './session-limits.ts'
import { deleteSession, findSession, insertSession, type NewSession, type SessionRow, touchSession } from './session-store.ts'

const sessionHash = (services: CoreServices, id: string) => services.keyring.hash('session', id)

/**
 * Who a session cookie stands for; `undefined` when it is unknown, ended, idle too long or its owner was disabled.
 * One transaction with one query.
 */
export function identify(services: CoreServices): (sessionId: string) => Promise<Identity | undefined> {
  return async sessionId => {
    const scope = freezeScope({ now: services.clock.now(), system: true })
    const idHash = sessionHash(services, sessionId)
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

/** Begins a session with a new id (256 bit); the database holds only its hash. Returns the id for the cookie. */
export async function beginSession(
  services: CoreServices,
  db: Db,
  session: { scope: Scope; who: NewSession['who']; level?: TrustLevel; portal?: string | undefined },
): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  const level = session.level ?? 'basic'
  await insertSession(db, session.scope, {
    idHash: sessionHash(services, id),
    level,
    expiresAt: sessionEnd(level, session.scope.now),
    portal: session.portal,
    who: session.who,
  })
  return id
}
