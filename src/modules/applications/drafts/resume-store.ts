import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { DraftId, TenantId } from '#core/ids.ts'
import type { DraftAddress } from './model.ts'

export async function setResumeCode(
  db: Db,
  _scope: Scope,
  code: DraftAddress & { hash: Buffer; secret: string },
): Promise<void> {
  await db
    .updateTable('drafts')
    .set({ resume_hash: code.hash, resume_secret: code.secret })
    .where('tenant_id', '=', code.tenant)
    .where('id', '=', code.draft)
    .where('guest_key', 'is not', null)
    .execute()
}

export interface Resumable extends DraftAddress {
  readonly secret: string | null
}

/** Needs a system scope: nobody owns the draft until code and password are proved. */
export async function findByResumeCode(db: Db, scope: Scope, hash: Buffer): Promise<Resumable | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select(['tenant_id', 'portal_slug', 'service_id', 'id', 'resume_secret'])
    .where('resume_hash', '=', hash)
    .where('expires_at', '>', scope.now)
    .executeTakeFirst()
  return (
    row && {
      tenant: row.tenant_id as TenantId,
      portal: row.portal_slug,
      service: row.service_id,
      draft: row.id as DraftId,
      secret: row.resume_secret,
    }
  )
}

/** Needs a system scope. The draft moves to the browser that proved code and password. */
export async function giveToBrowser(
  db: Db,
  scope: Scope,
  found: DraftAddress & { hash: Buffer },
): Promise<void> {
  await db
    .updateTable('drafts')
    .set({ guest_key: Buffer.from(scope.guest!, 'hex') })
    .where('tenant_id', '=', found.tenant)
    .where('id', '=', found.draft)
    .where('resume_hash', '=', found.hash)
    .execute()
}
