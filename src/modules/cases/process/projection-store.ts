import { sql } from 'kysely'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import type { Projection } from './project-case.ts'

/**
 * Writes what the facts amount to. What is there already stays, what ended goes, what began comes: one statement.
 * `changedAt` and `version` are those of the newest fact.
 */
export async function writeProjection(
  db: Db,
  scope: Scope,
  input: { case: CaseId; projection: Projection; version: number; changedAt: Date },
): Promise<void> {
  const { projection, case: id } = input
  const { tasks } = projection.process
  const { timers } = projection
  await sql`with key as (select ${scope.tenant!}::text as tenant_id, ${id}::uuid as case_id),
    ended as (
      delete from case_tasks t using key where t.tenant_id = key.tenant_id and t.case_id = key.case_id
        and t.task_id <> all(${tasks.map(task => task.id)}::text[])
    ), stopped as (
      delete from case_timers t using key where t.tenant_id = key.tenant_id and t.case_id = key.case_id
        and t.timer_id <> all(${timers.map(timer => timer.id)}::text[])
    ), begun as (
      insert into case_tasks (tenant_id, case_id, task_id, node, role, since, due_at)
      select key.tenant_id, key.case_id, t.* from key, unnest(${tasks.map(task => task.id)}::text[],
        ${tasks.map(task => task.node)}::text[], ${tasks.map(task => task.role)}::text[],
        ${tasks.map(task => task.since)}::timestamptz[], ${tasks.map(task => task.dueAt ?? null)}::timestamptz[]) as t
      on conflict (tenant_id, case_id, task_id) do update
        set node = excluded.node, role = excluded.role, since = excluded.since, due_at = excluded.due_at
    ), started as (
      insert into case_timers (tenant_id, case_id, timer_id, due_at)
      select key.tenant_id, key.case_id, t.* from key, unnest(${timers.map(timer => timer.id)}::text[],
        ${timers.map(timer => timer.dueAt)}::timestamptz[]) as t
      on conflict (tenant_id, case_id, timer_id) do update set due_at = excluded.due_at
    )
    update cases c set phase = ${projection.phase}, assignee_id = ${projection.assignee ?? null},
      due_on = ${projection.dueOn ?? null}, version = ${input.version}, changed_at = ${input.changedAt}
    from key where c.tenant_id = key.tenant_id and c.id = key.case_id`.execute(db)
}

export interface DueTimer {
  readonly case: CaseId
  readonly timer: string
  readonly dueAt: Date
}

/** Timers whose time has come, oldest first, after the last one of the batch before. */
export async function listDueTimers(
  db: Db,
  scope: Scope,
  batch: { after?: DueTimer | undefined; limit: number },
): Promise<DueTimer[]> {
  const { after } = batch
  const rows = await db
    .selectFrom('case_timers')
    .select(['case_id', 'timer_id', 'due_at'])
    .where('tenant_id', '=', scope.tenant!)
    .where('due_at', '<=', scope.now)
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(due_at, case_id, timer_id) > (${after!.dueAt}, ${after!.case}, ${after!.timer})`,
      ),
    )
    .orderBy('due_at')
    .orderBy('case_id')
    .orderBy('timer_id')
    .limit(batch.limit)
    .execute()
  return rows.map(row => ({ case: row.case_id as CaseId, timer: row.timer_id, dueAt: row.due_at }))
}
