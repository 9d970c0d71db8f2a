import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Acknowledged } from './applicant.ts'

/** What must hold after any number of kills. Each list holds what breaks it. */
export interface Findings {
  readonly submissions: number
  /** Acknowledged, but not in the database (or under another number). */
  readonly lost: readonly string[]
  /** Drafts with more than one application. */
  readonly duplicated: readonly string[]
  /** Halves: a document without its file, an application without its case, a case without its first fact. */
  readonly orphans: readonly string[]
  /** Mails that the server never took, and those it took under two Message-IDs. */
  readonly unsent: number
  readonly unknownMails: number
  /** Mails that came more than once, always under the same Message-ID. */
  readonly repeatedMails: number
}

export async function examine(
  admin: pg.ClientConfig,
  seen: { acknowledged: readonly Acknowledged[]; messageIds: readonly string[]; dataDir: string },
): Promise<Findings> {
  const client = new pg.Client({ ...admin, options: '-c search_path=torhaus' })
  await client.connect()
  try {
    const column = async (query: string) =>
      (await client.query<{ value: string }>(query)).rows.map(row => row.value)
    const numbers = new Map(
      (
        await client.query<{ draft_id: string; file_number: string }>(
          'select draft_id, file_number from applications',
        )
      ).rows.map(row => [row.draft_id, row.file_number]),
    )
    const mails = new Set(await column('select message_id as value from mails'))
    const arrived = new Set(seen.messageIds)
    return {
      submissions: numbers.size,
      lost: seen.acknowledged
        .filter(one => numbers.get(one.draft) !== one.fileNumber)
        .map(one => one.fileNumber),
      duplicated: await column(
        'select draft_id as value from applications group by draft_id having count(*) > 1',
      ),
      orphans: [...(await filesMissing(client, seen.dataDir)), ...(await column(halves))],
      unsent: [...mails].filter(id => !arrived.has(id)).length,
      unknownMails: [...arrived].filter(id => !mails.has(id)).length,
      repeatedMails: seen.messageIds.length - arrived.size,
    }
  } finally {
    await client.end()
  }
}

const halves = `
  select 'application without case ' || a.id as value from applications a
    where not exists (select from cases c where c.tenant_id = a.tenant_id and c.application_id = a.id)
  union all
  select 'case without facts ' || c.id from cases c
    where not exists (select from case_facts f where f.tenant_id = c.tenant_id and f.case_id = c.id)
  union all
  select 'application without its files ' || a.id from applications a
    where not exists (select from documents d where d.tenant_id = a.tenant_id and d.application_id = a.id)
  union all
  select 'case without task ' || c.id from cases c where c.phase = 'checking'
    and not exists (select from case_tasks t where t.tenant_id = c.tenant_id and t.case_id = c.id)`

async function filesMissing(client: pg.Client, dataDir: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select blob_id as id from documents union select blob_id from draft_documents',
  )
  const missing = rows.filter(({ id }) => !existsSync(path.join(dataDir, 'files', id.slice(0, 2), id)))
  return missing.map(({ id }) => `document without its file ${id}`)
}

/** Mails and jobs that still wait. */
export async function countWaiting(admin: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>(`select
      (select count(*) from torhaus.mails where sent_at is null and failed_at is null)
      + (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier in ('send-mail', 'run-effect')) as n`)
    return Number(rows[0]?.n)
  } finally {
    await client.end()
  }
}
