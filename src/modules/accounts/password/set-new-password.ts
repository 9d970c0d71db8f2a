import { hashPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { AccountId } from '#core/ids.ts'
import { findAccount, setPassword } from '../account-store.ts'
import { postAccountMail } from '../mails.ts'
import { findLinked } from '../registration/ask.ts'
import { deleteRequestsOf, takeRequest } from '../registration/request-store.ts'
import type { AccountServices } from '../services.ts'
import { deleteSessionsOf } from '../sessions/session-store.ts'
import { checkNewPassword, type PasswordFault } from './policy.ts'

export type NewPassword =
  | { readonly kind: 'set' }
  | { readonly kind: 'fault'; readonly fault: PasswordFault }
  | { readonly kind: 'gone' }

/**
 * A new password by mailed link. Ends all sessions and all other links of the account and tells the owner; it does
 * not sign in, so that the new password is typed once more.
 */
export async function setNewPassword(
  services: AccountServices,
  scope: Scope,
  input: { token: string; password: string },
): Promise<NewPassword> {
  const link = { scope: freezeScope({ now: scope.now }), kind: 'reset', token: input.token } as const
  const request = await inScope(services.database, link.scope, db => findLinked(services, db, link))
  if (!request?.account) return { kind: 'gone' }
  const fault = checkNewPassword(input.password, [request.opened.email])
  if (fault) return { kind: 'fault', fault }
  const own = freezeScope({ now: scope.now, account: request.account })
  const passwordHash = await hashPassword(input.password)
  const portal = request.opened.portal
  return inScope(services.database, own, async db => {
    if (!(await takeRequest(db, own, request.id))) return { kind: 'gone' }
    await changePassword(services, db, { scope: own, account: own.account!, passwordHash, portal })
    return { kind: 'set' }
  })
}

/** What every change of a password brings with it, whoever asked for it. */
export async function changePassword(
  services: AccountServices,
  db: Parameters<typeof setPassword>[0],
  change: { scope: Scope; account: AccountId; passwordHash: string; portal?: string | undefined },
): Promise<void> {
  const { scope, account, passwordHash, portal } = change
  await setPassword(db, scope, { account, passwordHash })
  await deleteSessionsOf(db, scope, { account })
  await deleteRequestsOf(db, scope, account)
  const owner = await findAccount(db, scope, account)
  if (!owner) return
  const { email: to, language } = owner
  await postAccountMail(services, db, { scope, mail: 'password_changed', to, language, portal })
  services.log.info({ event: 'account.password_changed', actor: account }, 'password changed')
}
