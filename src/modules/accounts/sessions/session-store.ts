import { sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId, StaffId, TenantId } from '#core/ids.ts'
import type { TrustLevel } from './session-limits.ts'

export interface SessionRow {
  readonly kind: 'resident' | 'staff'
  readonly level: TrustLevel
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly portal: string | undefined
  readonly name: string | undefined
  readonly account: AccountId | undefined
  readonly tenant: TenantId | undefined
  readonly staff: StaffId | undefined
  readonly roles: readonly string[]
  readonly offices: readonly { id: string; supervisor: boolean }[]
}

/** Session and person in one query; a disabled member of staff has none. Needs a system scope (sign-in policies). */
export async function findSession(db: Db, idHash: Buffer): Promise<SessionRow | undefined> {
  const { rows } = await sql<{
    kind: 'resident' | 'staff'
    trust_level: TrustLevel
    seen_at: Date
    expires_at: Date
    portal_slug: string | null
    account_id: AccountId | null
    tenant_id: TenantId | null
    staff_id: StaffId | null
    name: string | null
    roles: string[] | null
    offices: { id: string; supervisor: boolean }[] | null
  }>`
    select s.kind, s.trust_level, s.seen_at, s.expires_at, s.portal_slug, s.account_id, s.tenant_id, s.staff_id,
      coalesce(m.name, a.name) as name, m.roles,
      (select jsonb_agg(jsonb_build_object('id', o.office_id, 'supervisor', o.supervisor) order by o.office_id)
        from staff_offices o where o.tenant_id = s.tenant_id and o.staff_id = s.staff_id) as offices
    from sessions s
      left join accounts a on a.id = s.account_id
      left join staff m on m.tenant_id = s.tenant_id and m.id = s.staff_id
    where s.id_hash = ${idHash} and (s.kind = 'resident' or m.disabled_at is null)`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    kind: row.kind,
    level: row.trust_level,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    portal: row.portal_slug ?? undefined,
    name: row.name ?? undefined,
    account: row.account_id ?? undefined,
    tenant: row.tenant_id ?? undefined,
    staff: row.staff_id ?? undefined,
    roles: row.roles ?? [],
    offices: row.offices ?? [],
  }
}

export interface NewSession {
  readonly idHash: Buffer
  readonly level: TrustLevel
  readonly expiresAt: Date
  readonly portal?: string | undefined
  readonly who: { account: AccountId } | { tenant: TenantId; staff: StaffId }
}

export async function insertSession(db: Db, scope: Scope, session: NewSession): Promise<void> {
  const who =
    'account' in session.who
      ? { kind: 'resident', account_id: session.who.account }
      : { kind: 'staff', tenant_id: session.who.tenant, staff_id: session.who.staff }
  await db
    .insertInto('sessions')
    .values({
      id_hash: session.idHash,
      ...who,
      portal_slug: session.portal ?? null,
      trust_level: session.level,
      created_at: scope.now,
      seen_at: scope.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function touchSession(db: Db, scope: Scope, idHash: Buffer): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: scope.now }).where('id_hash', '=', idHash).execute()
}

export async function deleteSession(db: Db, _scope: Scope, idHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
}

/** All sessions of one person: after a new password, or when staff leave. */
export async function deleteSessionsOf(db: Db, _scope: Scope, who: NewSession['who']): Promise<void> {
  const all = db.deleteFrom('sessions')
  await ('account' in who
    ? all.where('account_id', '=', who.account)
    : all.where('tenant_id', '=', who.tenant).where('staff_id', '=', who.staff)
  ).execute()
}

export async function deleteEndedSessions(db: Db, scope: Scope): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', scope.now).execute()
}

export interface ListedSession {
  readonly idHash: Buffer
  readonly createdAt: Date
  readonly seenAt: Date
  readonly level: TrustLevel
  readonly expiresAt: Date
}

/** The sessions of an account, the last used first. */
export async function listSessions(db: Db, scope: Scope, account: AccountId): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id_hash', 'created_at', 'seen_at', 'trust_level', 'expires_at'])
    .where('account_id', '=', account)
    .where('expires_at', '>=', scope.now)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(row => ({
    idHash: row.id_hash,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    level: row.trust_level as TrustLevel,
    expiresAt: row.expires_at,
  }))
}

/** Ends one of the account's own sessions. @returns whether there was one */
export async function deleteOwnSession(
  db: Db,
  _scope: Scope,
  session: { account: AccountId; idHash: Buffer },
): Promise<boolean> {
  const row = await db
    .deleteFrom('sessions')
    .where('account_id', '=', session.account)
    .where('id_hash', '=', session.idHash)
    .returning('id_hash')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteOtherSessions(
  db: Db,
  _scope: Scope,
  session: { account: AccountId; idHash: Buffer },
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('account_id', '=', session.account)
    .where('id_hash', '<>', session.idHash)
    .execute()
}
