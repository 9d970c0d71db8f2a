import { type Selectable, sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Cases } from '#core/db/tables.ts'
import type { ApplicationId, CaseId, TenantId } from '#core/ids.ts'

export type CaseRow = Selectable<Cases>

/** What is shown of the columns a list needs. */
export type HeadRow = Pick<
  CaseRow,
  | 'tenant_id'
  | 'id'
  | 'application_id'
  | 'file_number'
  | 'service_id'
  | 'office_id'
  | 'applicant'
  | 'subject'
  | 'account_id'
  | 'received_at'
  | 'phase'
  | 'assignee_id'
  | 'due_on'
  | 'version'
>

/** Reads a case in whatever scope: staff see their authority's, residents their own over all authorities. */
export async function findCaseRow(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; case: CaseId },
): Promise<CaseRow | undefined> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('id', '=', key.case)
    .executeTakeFirst()
}

export async function findCaseRowOf(
  db: Db,
  _scope: Scope,
  key: { tenant: TenantId; application: ApplicationId },
): Promise<CaseRow | undefined> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', key.tenant)
    .where('application_id', '=', key.application)
    .executeTakeFirst()
}

/** The row every change goes through: two changes of one case wait for each other here. */
export async function lockCaseRow(db: Db, scope: Scope, id: CaseId): Promise<CaseRow | undefined> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** As `lockCaseRow`, for jobs: nothing when somebody is at work on the case right now. */
export async function tryLockCaseRow(db: Db, scope: Scope, id: CaseId): Promise<CaseRow | undefined> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', scope.tenant!)
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** The resident's own cases, newest first; row-level security leaves nothing else to see. */
export async function listOwnCaseRows(db: Db, scope: Scope): Promise<CaseRow[]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('account_id', '=', scope.account!)
    .orderBy('received_at', 'desc')
    .limit(500)
    .execute()
}

/** Where the process text is stored, the case opened and its first facts written: one statement, one round trip. */
export async function insertCase(
  db: Db,
  scope: Scope,
  input: {
    row: Omit<CaseRow, 'tenant_id'>
    bpmn: string
    fact: { at: Date; actor_kind: string; actor_id: string | null; data: Buffer }
    tasks: readonly TaskRow[]
    words: readonly Buffer[]
  },
): Promise<void> {
  const { row, bpmn, fact, tasks, words } = input
  const tenant = scope.tenant!
  await sql`with process as (
      insert into case_processes (hash, bpmn) values (${row.process_hash}, ${bpmn}) on conflict do nothing
    ), opened as (
      insert into cases (tenant_id, id, application_id, file_number, service_id, office_id, process_hash, applicant,
        subject, account_id, received_at, phase, due_on, version, changed_at)
      values (${tenant}, ${row.id}, ${row.application_id}, ${row.file_number}, ${row.service_id}, ${row.office_id},
        ${row.process_hash}, ${row.applicant}, ${row.subject}, ${row.account_id}, ${row.received_at}, ${row.phase},
        ${row.due_on}, ${row.version}, ${row.changed_at})
    ), told as (
      insert into case_facts (tenant_id, case_id, seq, at, type, actor_kind, actor_id, data)
      values (${tenant}, ${row.id}, 1, ${fact.at}, 'submitted', ${fact.actor_kind}, ${fact.actor_id}, ${fact.data})
    ), found as (
      insert into case_words (tenant_id, word, case_id) select ${tenant}, word, ${row.id}::uuid
      from unnest(${[...words]}::bytea[]) as word
    )
    insert into case_tasks (tenant_id, case_id, task_id, node, role, since, due_at)
    select ${tenant}, ${row.id}::uuid, t.id, t.node, t.role, t.since, t.due
    from unnest(${tasks.map(task => task.id)}::text[], ${tasks.map(task => task.node)}::text[],
      ${tasks.map(task => task.role)}::text[], ${tasks.map(task => task.since)}::timestamptz[],
      ${tasks.map(task => task.dueAt ?? null)}::timestamptz[]) as t (id, node, role, since, due)`.execute(db)
}

export interface TaskRow {
  readonly id: string
  readonly node: string
  readonly role: string
  readonly since: string
  readonly dueAt?: string | undefined
}
