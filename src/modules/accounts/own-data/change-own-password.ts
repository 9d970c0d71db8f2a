import { hashPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { getAccount } from '../get-account.ts'
import { checkNewPassword, type PasswordFault } from '../password/policy.ts'
import { changePassword } from '../password/set-new-password.ts'
import type { AccountServices } from '../services.ts'
import { beginSession } from '../sessions/begin-session.ts'

export type ChangedPassword =
  | { readonly kind: 'changed'; readonly session: string }
  | { readonly kind: 'fault'; readonly fault: PasswordFault }

/** A new password of someone signed in: all sessions end, this browser gets a new one. */
export async function changeOwnPassword(
  services: AccountServices,
  scope: Scope,
  input: { password: string; portal?: string | undefined },
): Promise<ChangedPassword> {
  const own = freezeScope({ now: scope.now, account: scope.account })
  const { id, email, name = '' } = await inScope(services.database, own, db => getAccount(db, own))
  const fault = checkNewPassword(input.password, [email, name])
  if (fault) return { kind: 'fault', fault }
  const passwordHash = await hashPassword(input.password)
  const { portal } = input
  const session = await inScope(services.database, own, async db => {
    await changePassword(services, db, { scope: own, account: id, passwordHash, portal })
    return beginSession(services, db, { scope: own, who: { account: id }, portal })
  })
  return { kind: 'changed', session }
}
