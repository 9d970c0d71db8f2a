import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { runOnce } from 'graphile-worker'
import type pg from 'pg'
import { composeServices, pages, type Services, tasks } from '../src/compose.ts'
import { readConfig } from '../src/config.ts'
import { serveAssets } from '../src/core/assets/index.ts'
import { fakeClock } from '../src/core/clock.ts'
import type { AnyPage } from '../src/core/http/page.ts'
import { createServer } from '../src/core/http/server.ts'
import { openQueuePool } from '../src/core/jobs/worker.ts'
import { seedDemo } from '../src/demo.ts'
import { serveMachines } from '../src/modules/site/index.ts'
import { serverOptions } from '../src/server-options.ts'
import { createTestDatabase } from './database.ts'
import { freePort } from './machine/free-port.ts'

/** A whole portal in this process: real database, real HTTP on loopback, a clock that the test moves. */
export interface TestPortal {
  readonly url: string
  readonly services: Services
  readonly server: FastifyInstance
  readonly clock: ReturnType<typeof fakeClock>
  readonly owner: pg.PoolConfig
  /** Runs all jobs that are due, until none is left. */
  work(): Promise<void>
  stop(): Promise<void>
}

export interface PortalOptions {
  /** The time at which the test begins. */
  readonly at?: string | undefined
  /** As for `readConfig`; with an https BASE_URL the server believes to stand behind a proxy there. */
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** Further pages, for tests that show a guard catching a wrong one. */
  readonly morePages?: readonly AnyPage[] | undefined
  /** Called before the server listens. */
  readonly plant?: ((server: FastifyInstance) => void) | undefined
}

export async function startPortal(options: PortalOptions = {}): Promise<TestPortal> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-portal-'))
  const clock = fakeClock(options.at ?? '2026-11-03T09:00:00Z')
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', PORT: '0', ...options.environment })
  const services = await composeServices(config, database, { clock })
  await seedDemo(services)
  // The port is known only once the server listens; forms check the origin against it.
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const baseUrl = config.secure ? config.baseUrl : url
  const server = await createServer({
    ...serverOptions({ ...config, baseUrl }, services),
    pages: [...pages, ...(options.morePages ?? [])],
  })
  await server.register(serveAssets)
  await server.register(serveMachines, { config, services })
  options.plant?.(server)
  await server.listen({ host: '127.0.0.1', port })
  const pool = openQueuePool({ ...database.owner, max: 3 }, services.log)
  return {
    url,
    services,
    server,
    clock,
    owner: database.owner,
    work: () => workOff(pool, services),
    stop: async () => {
      await server.close()
      await pool.end()
      await services.database.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function workOff(pool: pg.Pool, services: Services): Promise<void> {
  const taskList = Object.fromEntries(
    tasks.map(task => [
      task.name,
      (payload: unknown) => task.run(services, (payload ?? {}) as Record<string, unknown>),
    ]),
  )
  await runOnce({ pgPool: pool, taskList, parsedCronItems: [], noHandleSignals: true })
}
