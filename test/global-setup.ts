import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../src/core/db/prepare.ts'
import { createLog } from '../src/core/log/log.ts'
import { type Connection, startPostgres } from '../src/core/postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { admin: Connection; template: string }
  }
}

/** One real PostgreSQL for the whole run; each test file copies the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-test-'))
  const log = { debug() {}, info() {}, warn: (message: string) => console.warn(message) }
  // Tests lose nothing of value at a power cut: fsync off makes the run shorter. The fault harness keeps it on.
  const postgres = await startPostgres({
    dataDir: folder,
    log,
    settings: { fsync: 'off', max_connections: '200' },
  })
  const template = 'torhaus_template'
  await postgres.createDatabase(template)
  await prepareDatabase(postgres.connection('owner', template), createLog('error'))
  project.provide('postgres', { admin: postgres.connection('admin', 'postgres'), template })
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
