import { EventEmitter } from 'node:events'
import {
  parseCrontab,
  Logger as QueueLogger,
  type Runner,
  run,
  runMigrations,
  type WorkerEvents,
} from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Task } from './jobs.ts'

/** A pool for the queue: a lost connection is logged and replaced, never the end of the process. */
export function openQueuePool(config: pg.PoolConfig, log: Logger): pg.Pool {
  const pool = new pg.Pool({ max: 6, ...config })
  const lost = (cause: Error) => log.warn({ err: cause }, 'queue connection lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))
  return pool
}

/** Installs the queue's own tables (schema graphile_worker). Owner's connection; runs before our migrations. */
export async function migrateJobs(pool: pg.Pool, log: Logger): Promise<void> {
  await runMigrations({ pgPool: pool, logger: queueLogger(log) })
}

export interface WorkerOptions<Services> {
  /** Of the owner: the queue needs a connection of its own to listen. */
  readonly pool: pg.Pool
  readonly services: Services
  readonly tasks: readonly Task<Services>[]
  readonly log: Logger
  /** Told of each worker as it is made, so that its jobs can be freed when it is killed. */
  readonly onWorker?: (workerId: string) => void
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
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => options.onWorker?.(worker.workerId))
  return run({
    events,
    pgPool: options.pool,
    taskList,
    parsedCronItems: parseCrontab(crontab),
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: queueLogger(log),
  })
}

/** The queue speaks into our log; its chatter only when asked for. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
