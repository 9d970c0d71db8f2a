import { type Runner, run, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Task } from './jobs.ts'

/** Installs the queue's own tables (schema graphile_worker). Owner's connection; runs before our migrations. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool })
}

export interface WorkerOptions<Services> {
  /** The owner's pool: the queue needs a connection of its own to listen. */
  readonly pool: pg.Pool
  readonly services: Services
  readonly tasks: readonly Task<Services>[]
  readonly log: Logger
}

/** Runs jobs until `stop` is called; a job that was under way is finished first. */
export async function startWorker<Services>(options: WorkerOptions<Services>): Promise<Runner> {
  const { tasks, services, log } = options
  const crontab = tasks.flatMap(task => (task.cron ? [`${task.cron} ${task.name} ?max=3`] : [])).join('\n')
  const taskList = Object.fromEntries(
    tasks.map(task => [
      task.name,
      async (payload: unknown) => {
        try {
          await task.run(services, (payload ?? {}) as Readonly<Record<string, unknown>>)
        } catch (cause) {
          log.error({ task: task.name, err: cause }, 'job failed')
          throw cause
        }
      },
    ]),
  )
  return run({
    pgPool: options.pool,
    taskList,
    crontab,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
  })
}
