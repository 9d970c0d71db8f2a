import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId } from '#core/ids.ts'

export interface Passkey {
  readonly account: AccountId
  /** Credential id in base64url. */
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  /** As its owner calls it; may be empty. */
  readonly label: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | undefined
}

interface PasskeyRow {
  account_id: string
  id: string
  public_key: Buffer
  counter: number
  transports: string[]
  label: string
  created_at: Date
  last_used_at: Date | null
}

const readPasskey = (row: PasskeyRow): Passkey => ({
  account: row.account_id as AccountId,
  id: row.id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  label: row.label,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at ?? undefined,
})

export async function listPasskeys(db: Db, _scope: Scope, account: AccountId): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute()
  return rows.map(readPasskey)
}

/** For signing in: the owner is known only by the passkey. */
export async function findPasskey(db: Db, _scope: Scope, id: string): Promise<Passkey | undefined> {
  const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()
  return row && readPasskey(row)
}

/** @returns whether it was new: one authenticator key belongs to one account */
export async function insertPasskey(
  db: Db,
  scope: Scope,
  passkey: Omit<Passkey, 'createdAt' | 'lastUsedAt'>,
): Promise<boolean> {
  const row = await db
    .insertInto('passkeys')
    .values({
      account_id: passkey.account,
      id: passkey.id,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      label: passkey.label,
      created_at: scope.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns whether the passkey is still there: removed in the same moment, it must not sign in */
export async function notePasskeyUse(
  db: Db,
  scope: Scope,
  use: { id: string; counter: number },
): Promise<boolean> {
  const row = await db
    .updateTable('passkeys')
    .set({ counter: use.counter, last_used_at: scope.now })
    .where('id', '=', use.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns whether the account had it */
export async function deletePasskey(
  db: Db,
  _scope: Scope,
  passkey: { account: AccountId; id: string },
): Promise<boolean> {
  const row = await db
    .deleteFrom('passkeys')
    .where('account_id', '=', passkey.account)
    .where('id', '=', passkey.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a challenge up. @returns whether it was the first time */
export async function takeChallenge(
  db: Db,
  _scope: Scope,
  challenge: { hash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('used_challenges')
    .values({ hash: challenge.hash, expires_at: challenge.expiresAt })
    .onConflict(conflict => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return row !== undefined
}

/** After its time a challenge is refused anyway. */
export async function deleteOldChallenges(db: Db, scope: Scope): Promise<void> {
  await db.deleteFrom('used_challenges').where('expires_at', '<', scope.now).execute()
}
