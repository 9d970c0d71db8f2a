// Writes src/core/db/tables.ts from the live schema: starts an embedded PostgreSQL in a temporary folder, migrates it
// and reads the catalogue. `--check` compares instead of writing (npm test does).
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describeTables } from '../src/core/db/describe-tables.ts'
import { prepareDatabase } from '../src/core/db/prepare.ts'
import { createLog } from '../src/core/log/log.ts'
import { startPostgres } from '../src/core/postgres/index.ts'

const target = path.join(import.meta.dirname, '../src/core/db/tables.ts')
const folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-tables-'))
const log = { debug() {}, info() {}, warn: (message: string) => console.warn(message) }
const postgres = await startPostgres({ dataDir: folder, log })
try {
  await prepareDatabase(postgres.connection('owner'), createLog('error'))
  const client = new pg.Client(postgres.connection('owner'))
  await client.connect()
  const text = await describeTables(client)
  await client.end()
  if (!process.argv.includes('--check')) await writeFile(target, text)
  else if ((await readFile(target, 'utf8')) !== text) {
    console.error('src/core/db/tables.ts does not match db/migrations. Run: node bin/generate-tables.ts')
    process.exitCode = 1
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
