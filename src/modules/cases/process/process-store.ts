import type { Db } from '#core/db/database.ts'

/** The process text a case runs on, by the SHA-256 of it; the same for all authorities, never changed. */
export async function findProcessText(db: Db, hash: Buffer): Promise<string | undefined> {
  const row = await db.selectFrom('case_processes').select('bpmn').where('hash', '=', hash).executeTakeFirst()
  return row?.bpmn
}
