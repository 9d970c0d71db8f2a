import { checkPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { type AccountId, newId } from '#core/ids.ts'
import type { CoreServices } from '#core/services.ts'
import { insertAccount } from '../account-store.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { secondsToWait } from '../sign-in/count-try.ts'
import type { SignedIn } from '../sign-in/sign-in.ts'
import { findLinked, type OpenRequest } from './ask.ts'
import { takeRequest } from './request-store.ts'

export interface Confirmation {
  readonly token: string
  readonly password: string
  readonly client: Buffer
  readonly instead?: string | undefined
}

/** `gone`: the link was used, is too old, or the address got an account meanwhile. */
export type Confirmed =
  | (Extract<SignedIn, { kind: 'signed-in' }> & { back: string | undefined })
  | Unconfirmed
type Unconfirmed = Exclude<SignedIn, { kind: 'signed-in' }> | { readonly kind: 'gone' }

/**
 * Makes the account. The link alone does not: it needs the password that was chosen with it. Otherwise a stranger
 * could register another's address with his own password, and wait until she follows the link.
 */
export async function confirmRegistration(
  services: CoreServices,
  scope: Scope,
  input: Confirmation,
): Promise<Confirmed> {
  const tried = { action: 'confirm', about: input.token, client: input.client } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const looking = freezeScope({ now: scope.now })
  const link = { scope: looking, kind: 'register', token: input.token } as const
  const request = await inScope(services.database, looking, db => findLinked(services, db, link))
  if (!request) return { kind: 'gone' }
  if (!(await checkPassword(input.password, request.opened.passwordHash))) return { kind: 'refused' }
  const session = await open(services, looking, { request, instead: input.instead })
  if (session === undefined) return { kind: 'gone' }
  return { kind: 'signed-in', session, back: request.opened.back }
}

async function open(
  services: CoreServices,
  scope: Scope,
  { request, instead }: { request: OpenRequest; instead: string | undefined },
): Promise<string | undefined> {
  const account = newId<AccountId>(scope.now)
  const own = freezeScope({ now: scope.now, account })
  const { email, name, language, passwordHash, portal } = request.opened
  const session = await inScope(services.database, own, async db => {
    if (!(await takeRequest(db, own, request.id))) return undefined
    const isNew = await insertAccount(db, own, {
      id: account,
      email,
      name,
      language,
      passwordHash: passwordHash!,
    })
    return isNew ? beginSession(services, db, { scope: own, who: { account }, portal, instead }) : undefined
  })
  if (session) services.log.info({ event: 'account.confirmed', actor: account }, 'account confirmed')
  return session
}
