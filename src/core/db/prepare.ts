import type pg from 'pg'
import type { Logger } from 'pino'
import { migrateJobs, openQueuePool } from '../jobs/worker.ts'
import { migrate } from './migrate.ts'

/**
 * Brings an empty or older database to the newest schema: application role, queue, migrations.
 * @param config connection of the owner
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(config: pg.PoolConfig, log: Logger): Promise<string[]> {
  const pool = openQueuePool({ ...config, max: 2 }, log)
  try {
    // Where the operator made the role beforehand, he also granted it; ours is granted to whoever migrates.
    await pool.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'torhaus_app') then
        create role torhaus_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
        execute format('grant torhaus_app to %I', current_user);
      end if; end $$`)
    await migrateJobs(pool, log)
    return await migrate(config)
  } finally {
    await pool.end()
  }
}
