import { type RawBuilder, sql } from 'kysely'
import { dayInGermany } from '#core/clock.ts'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { HeadRow } from '../case-store.ts'
import type { Cursor, InboxFilter, InboxSort } from './model.ts'

export interface InboxSelection {
  readonly offices: readonly string[]
  readonly filter: InboxFilter
  readonly sort: InboxSort
  readonly direction: 'asc' | 'desc'
  readonly after?: Cursor | undefined
  readonly limit: number
}

export interface InboxRow extends HeadRow {
  /** The value of the column it is sorted by, for the cursor. */
  readonly sort_key: string | Date
}

// The same expressions as in the indexes cases_open_* and cases_closed_*.
const due = sql`coalesce(c.due_on, 'infinity'::date)`
const sortKeys: Readonly<Record<InboxSort, RawBuilder<unknown>>> = {
  due,
  received: sql`c.received_at`,
  number: sql`c.file_number`,
}
const keyTypes: Readonly<Record<InboxSort, RawBuilder<unknown>>> = {
  due: sql`date`,
  received: sql`timestamptz`,
  number: sql`text`,
}
const columns = sql`c.tenant_id, c.id, c.application_id, c.file_number, c.service_id, c.office_id, c.applicant, c.subject,
  c.account_id, c.received_at, c.phase, c.assignee_id, c.due_on, c.version`

function conditionOf(scope: Scope, filter: InboxFilter): RawBuilder<unknown> {
  switch (filter) {
    case 'unassigned':
      return sql`c.phase <> 'closed' and c.assignee_id is null`
    case 'mine':
      return sql`c.phase <> 'closed' and c.assignee_id = ${scope.staff!.id}`
    case 'waiting':
      return sql`c.phase <> 'closed' and c.phase = 'waiting'`
    case 'overdue':
      return sql`c.phase <> 'closed' and ${due} < ${dayInGermany(scope.now)}::date`
    case 'all':
      return sql`c.phase <> 'closed'`
    case 'closed':
      return sql`c.phase = 'closed'`
  }
}

/** One page of the inbox. Each office is read along its index and the few first rows of each are merged. */
export async function selectInbox(db: Db, scope: Scope, selection: InboxSelection): Promise<InboxRow[]> {
  const { offices, sort, direction, after, limit } = selection
  const key = sortKeys[sort]
  const order = direction === 'asc' ? sql`asc` : sql`desc`
  const beyond = direction === 'asc' ? sql`>` : sql`<`
  const place = after
    ? sql`and (${key}, c.id) ${beyond} (${after.key}::${keyTypes[sort]}, ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<InboxRow>`
    select c.* from unnest(${[...offices]}::text[]) as o (id)
    cross join lateral (
      select ${columns}, ${key} as sort_key from cases c
      where c.tenant_id = ${scope.tenant!} and c.office_id = o.id and ${conditionOf(scope, selection.filter)} ${place}
      order by ${key} ${order}, c.id ${order} limit ${limit}
    ) c order by c.sort_key ${order}, c.id ${order} limit ${limit}`.execute(db)
  return rows
}

/** Cases whose number begins like this, the newest first. */
export async function selectByNumber(
  db: Db,
  scope: Scope,
  search: { offices: readonly string[]; number: string; after?: Cursor | undefined; limit: number },
): Promise<InboxRow[]> {
  const { offices, number, after, limit } = search
  // "~" comes after every sign of a file number, so the range holds all that begin with it.
  const upTo = after ? sql`and c.file_number < ${after.key}` : sql`and c.file_number < ${`${number}~`}`
  const { rows } = await sql<InboxRow>`
    select ${columns}, c.file_number as sort_key from cases c
    where c.tenant_id = ${scope.tenant!} and c.file_number >= ${number} ${upTo} and c.office_id = any(${[...offices]})
    order by c.file_number desc limit ${limit}`.execute(db)
  return rows
}

/** Cases that hold all these words, the newest first: ids grow with time (UUIDv7). */
export async function selectByWords(
  db: Db,
  scope: Scope,
  search: {
    offices: readonly string[]
    words: readonly Buffer[]
    after?: Cursor | undefined
    limit: number
  },
): Promise<InboxRow[]> {
  const [first, ...others] = search.words
  const tenant = scope.tenant!
  const also = others.map(
    word => sql`and exists (select from case_words x
      where x.tenant_id = ${tenant} and x.word = ${word} and x.case_id = w.case_id)`,
  )
  const place = search.after ? sql`and w.case_id < ${search.after.id}::uuid` : sql``
  const { rows } = await sql<InboxRow>`
    select ${columns}, c.received_at as sort_key
    from case_words w join cases c on c.tenant_id = w.tenant_id and c.id = w.case_id
    where w.tenant_id = ${tenant} and w.word = ${first} ${place} ${sql.join(also, sql` `)}
      and c.office_id = any(${[...search.offices]})
    order by w.case_id desc limit ${search.limit}`.execute(db)
  return rows
}

export type CountRow = Readonly<Record<InboxFilter, number>>

/** How many there are of each kind, in one query; closed cases are counted up to a limit. */
export async function countInbox(
  db: Db,
  scope: Scope,
  input: { offices: readonly string[]; most: number },
): Promise<CountRow> {
  const offices = [...input.offices]
  const { rows } = await sql<CountRow>`
    select count(*) filter (where c.assignee_id is null) as unassigned,
      count(*) filter (where c.assignee_id = ${scope.staff!.id}) as mine,
      count(*) filter (where c.phase = 'waiting') as waiting,
      count(*) filter (where ${due} < ${dayInGermany(scope.now)}::date) as overdue,
      count(*) as "all",
      (select count(*) from (
        select from cases z where z.tenant_id = ${scope.tenant!} and z.office_id = any(${offices})
          and z.phase = 'closed' limit ${input.most}
      ) z) as closed
    from cases c
    where c.tenant_id = ${scope.tenant!} and c.office_id = any(${offices}) and c.phase <> 'closed'`.execute(
    db,
  )
  return rows[0]!
}
