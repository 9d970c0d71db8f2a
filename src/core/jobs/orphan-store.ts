import type pg from 'pg'

/** Any number: first half of the locks by which living workers are known. */
const lockSpace = 7_240_312

/** Says that this worker lives, for as long as the connection lasts. */
export async function holdWorkerId(client: pg.Client, workerId: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, workerId])
}

/**
 * Gives back the jobs of workers that were killed; the queue itself would wait four hours for them.
 * @returns how many dead workers there were
 */
export async function freeOrphanedJobs(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ dead: string[] | null }>(
    `select array_agg(distinct j.locked_by) as dead from graphile_worker._private_jobs j
     where j.locked_by is not null and not exists (
       select from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = $1::oid and l.objsubid = 2
         and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid)`,
    [lockSpace],
  )
  const dead = rows[0]?.dead ?? []
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead.length
}
