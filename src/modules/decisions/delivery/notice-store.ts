import type { Selectable } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Notices } from '#core/db/tables.ts'
import type { CaseId, NoticeId, TenantId } from '#core/ids.ts'

export type NoticeRow = Selectable<Notices>

export async function insertNotice(
  db: Db,
  scope: Scope,
  notice: Omit<NoticeRow, 'tenant_id' | 'notified_at' | 'first_retrieved_at' | 'posted_at'>,
): Promise<void> {
  await db
    .insertInto('notices')
    .values({
      ...notice,
      tenant_id: scope.tenant!,
      notified_at: null,
      first_retrieved_at: null,
      posted_at: null,
    })
    .execute()
}

/** Reads a notice in whatever scope: staff see their authority's, residents their own over all authorities. */
export async function findNoticeRow(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; notice: NoticeId },
): Promise<NoticeRow | undefined> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('id', '=', key.notice)
    .executeTakeFirst()
}

/** The notices of a case, the newest first. */
export async function listNoticeRows(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; case: CaseId },
): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('case_id', '=', key.case)
    .orderBy('provided_at', 'desc')
    .execute()
}

type Moment = 'notified_at' | 'first_retrieved_at' | 'posted_at'

/** Only the first time counts. @returns whether this was it */
export async function markNotice(
  db: Db,
  scope: Scope,
  { notice, moment }: { notice: NoticeId; moment: Moment },
): Promise<boolean> {
  const changed = await db
    .updateTable('notices')
    .set({ [moment]: scope.now })
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', notice)
    .where(moment, 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
