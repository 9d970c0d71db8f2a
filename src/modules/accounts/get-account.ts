import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { findAccount } from './account-store.ts'
import type { Account } from './model.ts'

/** The signed-in resident's own account. @throws NotFound when it was deleted a moment ago */
export async function getAccount(db: Db, scope: Scope): Promise<Account> {
  const account = await findAccount(db, scope, scope.account!)
  if (!account) throw new NotFound('account')
  return account
}
