import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { StaffId, TenantId } from '#core/ids.ts'

/** One entry of a person in one authority; the same address may stand in several. */
export interface StaffLogin {
  readonly tenant: TenantId
  readonly id: StaffId
  readonly name: string
  readonly passwordHash: string
}

/** Who may sign in with this address, in all authorities. Needs a system scope (policy `sign_in`). */
export async function listStaffLogins(db: Db, _scope: Scope, email: string): Promise<StaffLogin[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['tenant_id', 'id', 'name', 'password_hash'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .orderBy('tenant_id')
    .execute()
  return rows.map(row => ({
    tenant: row.tenant_id as TenantId,
    id: row.id as StaffId,
    name: row.name,
    passwordHash: row.password_hash!,
  }))
}

export interface Colleague {
  readonly id: StaffId
  readonly name: string
  readonly supervisor: boolean
}

/** Who works in an office now, by name: for assigning a case. */
export async function listColleagues(db: Db, scope: Scope, office: string): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('staff as s')
    .innerJoin('staff_offices as o', join =>
      join.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.staff_id', '=', 's.id'),
    )
    .select(['s.id', 's.name', 'o.supervisor'])
    .where('s.tenant_id', '=', scope.tenant!)
    .where('o.office_id', '=', office)
    .where('s.disabled_at', 'is', null)
    .orderBy('s.name')
    .execute()
  return rows.map(row => ({ id: row.id as StaffId, name: row.name, supervisor: row.supervisor }))
}

/** Names for a history, also of those who left. */
export async function staffNames(
  db: Db,
  scope: Scope,
  ids: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('tenant_id', '=', scope.tenant!)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id as StaffId, row.name]))
}
