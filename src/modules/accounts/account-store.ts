import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { AccountId } from '#core/ids.ts'
import type { Account } from './model.ts'

const columns = ['id', 'email', 'name', 'language'] as const

interface AccountRow {
  id: string
  email: string
  name: string | null
  language: string
}

const readAccount = (row: AccountRow): Account => ({
  id: row.id as AccountId,
  email: row.email,
  name: row.name ?? undefined,
  language: isLanguage(row.language) ? row.language : 'de',
})

export async function findAccount(db: Db, _scope: Scope, id: AccountId): Promise<Account | undefined> {
  const row = await db.selectFrom('accounts').select(columns).where('id', '=', id).executeTakeFirst()
  return row && readAccount(row)
}

/** The account of an address with the hash of its password. */
export async function findLogin(
  db: Db,
  _scope: Scope,
  email: string,
): Promise<(Account & { passwordHash: string | undefined }) | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select([...columns, 'password_hash'])
    .where('email', '=', email)
    .executeTakeFirst()
  return row && { ...readAccount(row), passwordHash: row.password_hash ?? undefined }
}

/**
 * Notes the login, unless the password was changed since its hash was read: then this login must not count.
 * @returns whether it was noted
 */
export async function noteLogin(
  db: Db,
  scope: Scope,
  login: { account: AccountId; passwordHash?: string | undefined },
): Promise<boolean> {
  let noted = db.updateTable('accounts').set({ last_login_at: scope.now }).where('id', '=', login.account)
  if (login.passwordHash !== undefined) noted = noted.where('password_hash', '=', login.passwordHash)
  return (await noted.returning('id').executeTakeFirst()) !== undefined
}
