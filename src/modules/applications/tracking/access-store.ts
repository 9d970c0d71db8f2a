import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { ApplicationId, DraftId, TenantId } from '#core/ids.ts'

export interface Tracked {
  readonly tenant: TenantId
  readonly id: ApplicationId
  readonly draft: DraftId
  readonly secret: string
}

/** Needs a system scope: whose it is shows only when code and name are proved. */
export async function findByTrackingHash(db: Db, _scope: Scope, hash: Buffer): Promise<Tracked | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(['tenant_id', 'id', 'draft_id', 'tracking_secret'])
    .where('tracking_hash', '=', hash)
    .executeTakeFirst()
  return (
    row && {
      tenant: row.tenant_id as TenantId,
      id: row.id as ApplicationId,
      draft: row.draft_id as DraftId,
      secret: row.tracking_secret,
    }
  )
}

/** Lets this browser follow the application until `until`. */
export async function grantAccess(
  db: Db,
  scope: Scope,
  access: { application: ApplicationId; until: Date },
): Promise<void> {
  await db
    .insertInto('guest_access')
    .values({
      tenant_id: scope.tenant!,
      application_id: access.application,
      guest_key: Buffer.from(scope.guest!, 'hex'),
      expires_at: access.until,
    })
    .onConflict(conflict =>
      conflict
        .columns(['tenant_id', 'application_id', 'guest_key'])
        .doUpdateSet({ expires_at: access.until }),
    )
    .execute()
}

/** Access that ended says nothing any more. */
export async function deleteEndedAccess(db: Db, scope: Scope): Promise<void> {
  await db
    .deleteFrom('guest_access')
    .where('tenant_id', '=', scope.tenant!)
    .where('expires_at', '<', scope.now)
    .execute()
}
