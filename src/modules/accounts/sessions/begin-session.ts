import { randomBytes } from 'node:crypto'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { sessionEnd, type TrustLevel } from './session-limits.ts'
import { deleteSession, insertSession, type NewSession } from './session-store.ts'

export interface Beginning {
  readonly scope: Scope
  readonly who: NewSession['who']
  readonly level?: TrustLevel | undefined
  /** Slug of the portal whose head the account's pages show. */
  readonly portal?: string | undefined
  /** Hash (hex) of the session that this browser had until now: it ends here. */
  readonly instead?: string | undefined
}

/**
 * Begins a session with a new id (256 bit); the database holds only its keyed hash. Called at every sign-in and at
 * every change of rights, so that an id that someone planted or saw before is worth nothing afterwards.
 * @returns the id for the cookie: `withSession(redirect(…), id)`
 */
export async function beginSession(services: CoreServices, db: Db, session: Beginning): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  const level = session.level ?? 'basic'
  if (session.instead) await deleteSession(db, session.scope, Buffer.from(session.instead, 'hex'))
  await insertSession(db, session.scope, {
    idHash: services.keyring.hash('session', id),
    level,
    expiresAt: sessionEnd(level, session.scope.now),
    portal: session.portal,
    who: session.who,
  })
  return id
}
