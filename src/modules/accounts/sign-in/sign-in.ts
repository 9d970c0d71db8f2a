import { checkPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { findLogin, noteLogin } from '../account-store.ts'
import { readEmail } from '../model.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { secondsToWait } from './count-try.ts'

export interface SignIn {
  readonly email: string
  readonly password: string
  /** `visit.clientHash` */
  readonly client: Buffer
  readonly portal?: string | undefined
  /** `visit.identity.sessionHash`: the session of this browser that ends with the sign-in. */
  readonly instead?: string | undefined
}

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly session: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number }

/**
 * A resident's sign-in with password. An unknown address answers like a wrong password, and as slowly: the hash is
 * computed in both cases, outside of any transaction.
 */
export async function signIn(services: CoreServices, scope: Scope, input: SignIn): Promise<SignedIn> {
  const email = readEmail(input.email)
  const seconds = await secondsToWait(services, scope, {
    action: 'sign-in',
    about: email,
    client: input.client,
  })
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const asking = freezeScope({ now: scope.now })
  const login = await inScope(services.database, asking, db => findLogin(db, asking, email))
  const isRight = await checkPassword(input.password, login?.passwordHash)
  if (!login || !isRight) {
    services.log.info({ event: 'account.sign_in_refused' }, 'sign-in refused')
    return { kind: 'refused' }
  }
  const own = freezeScope({ now: scope.now, account: login.id })
  const session = await inScope(services.database, own, async db => {
    const isNoted = await noteLogin(db, own, { account: login.id, passwordHash: login.passwordHash })
    if (!isNoted) return undefined
    const { portal, instead } = input
    return beginSession(services, db, { scope: own, who: { account: login.id }, portal, instead })
  })
  if (session === undefined) return { kind: 'refused' }
  services.log.info({ event: 'account.signed_in', actor: login.id }, 'signed in')
  return { kind: 'signed-in', session }
}
