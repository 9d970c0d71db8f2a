import type { Db } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'

export async function findTenantKeys(db: Db, scope: Scope): Promise<{ id: string; wrapped: Buffer }[]> {
  return db
    .selectFrom('tenant_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', scope.tenant!)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Two processes may make a first key at once: both rows stay and both open; the newest seals. */
export async function insertTenantKey(
  db: Db,
  scope: Scope,
  key: { id: string; wrapped: Buffer },
): Promise<void> {
  await db
    .insertInto('tenant_keys')
    .values({ tenant_id: scope.tenant!, id: key.id, wrapped: key.wrapped, created_at: scope.now })
    .execute()
}
