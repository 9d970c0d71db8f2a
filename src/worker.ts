import { openLiving } from '#core/jobs/living.ts'
import { openQueuePool, startWorker } from '#core/jobs/worker.ts'
import { stopLetters } from '#core/letters/index.ts'
import { composeServices, tasks } from './compose.ts'
import { readConfig } from './config.ts'
import { openRuntime } from './runtime.ts'
import { untilStopped } from './until-stopped.ts'

/** The job process: the same composition as the web process, other door. Several may run; each job runs in one. */
export async function workerCommand(): Promise<number> {
  const config = readConfig(process.env)
  if (!config.databaseUrl) throw new Error('the worker needs DATABASE_URL; `torhaus start` gives it its own')
  const services = await composeServices(config, {
    owner: { connectionString: config.databaseUrl },
    app: { connectionString: config.databaseAppUrl ?? config.databaseUrl },
  })
  if (process.send === undefined) {
    const runtime = await openRuntime(config, services.log)
    await runtime.stop()
  }
  const pool = openQueuePool({ connectionString: config.databaseUrl }, services.log)
  const living = await openLiving({ connectionString: config.databaseUrl }, services.log)
  const runner = await startWorker({ pool, services, tasks, log: services.log, onWorker: living.hold })
  services.log.info('worker ready')
  await Promise.race([untilStopped(), runner.promise, living.lost])
  await runner.stop().catch(() => {})
  await living.stop().catch(() => {})
  await pool.end()
  services.mail?.close()
  await stopLetters()
  await services.database.close()
  return 0
}
