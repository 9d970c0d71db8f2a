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

export interface NewAccount {
  readonly id: AccountId
  readonly email: string
  readonly name: string | undefined
  readonly language: Account['language']
  readonly passwordHash: string
}

/** @returns whether it was new: one address has one account, also when two links are used at once */
export async function insertAccount(db: Db, scope: Scope, account: NewAccount): Promise<boolean> {
  const row = await db
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      name: account.name ?? null,
      password_hash: account.passwordHash,
      language: account.language,
      created_at: scope.now,
      last_login_at: scope.now,
    })
    .onConflict(conflict => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setPassword(
  db: Db,
  _scope: Scope,
  change: { account: AccountId; passwordHash: string },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: change.passwordHash })
    .where('id', '=', change.account)
    .execute()
}

export async function setNameAndLanguage(
  db: Db,
  _scope: Scope,
  change: { account: AccountId; name: string | undefined; language: Account['language'] },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ name: change.name ?? null, language: change.language })
    .where('id', '=', change.account)
    .execute()
}

/** @returns whether it was changed: another account may have taken the address meanwhile */
export async function setEmail(
  db: Db,
  _scope: Scope,
  change: { account: AccountId; email: string },
): Promise<boolean> {
  const row = await db
    .updateTable('accounts')
    .set({ email: change.email })
    .where('id', '=', change.account)
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('accounts as other').select('other.id').where('other.email', '=', change.email),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Drafts, passkeys, sessions and requests go with it (foreign keys); applications stay with the authority. */
export async function deleteAccount(db: Db, _scope: Scope, account: AccountId): Promise<void> {
  await db.deleteFrom('accounts').where('id', '=', account).execute()
}
