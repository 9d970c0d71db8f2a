import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { ask, folder, quiet } from '#core/postgres/fixture.ts'
import { startPostgres } from '#core/postgres/index.ts'
import { readConfig } from '#src/config.ts'
import { openRuntime } from '#src/runtime.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { createLog } from '../log/log.ts'
import { DatabaseRefusal, findDatabaseFaults } from './self-check.ts'

const log = createLog('silent')
let copy: TestDatabase

beforeEach(async () => {
  copy = await createTestDatabase()
})
afterEach(async () => copy.drop())

/** The tests' own server runs with fsync off (test/global-setup.ts): always one fault, seen first. */
const alwaysFound = /^fsync: is off/
const others = async (config: pg.PoolConfig) =>
  (await findDatabaseFaults(config)).filter(fault => !alwaysFound.test(fault))

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres').admin, database: copy.app.database })
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('the self-check of the database', () => {
  test('finds nothing else wrong with a fresh one', async () => {
    const faults = await findDatabaseFaults(copy.app)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(alwaysFound)
  })

  test.each([
    ['alter table torhaus.cases no force row level security', /^cases: row-level security is not forced/],
    ['alter table torhaus.drafts disable row level security', /^drafts: row-level security is not forced/],
    [
      'create table torhaus.leaky (tenant_id text, id uuid, primary key (tenant_id, id))',
      /^leaky: row-level security is not forced/,
    ],
    [
      'alter table torhaus.messages owner to torhaus_app',
      /^messages: belongs to the role of the application/,
    ],
  ])('after "%s" names it', async (statement, sentence) => {
    await asAdmin(statement)
    expect(await others(copy.app)).toEqual([expect.stringMatching(sentence)])
  })

  test('names a login that is superuser, though the connection gave that up', async () => {
    const admin = { ...inject('postgres').admin, database: copy.app.database as string }
    expect(await others(admin)).toContainEqual(
      expect.stringMatching(/^DATABASE_APP_URL: its login may act as postgres/),
    )
  })

  test('names a login that reaches BYPASSRLS by a role it is a member of', async () => {
    const [login, mighty] = [`login_${copy.app.database}`, `mighty_${copy.app.database}`]
    await asAdmin(
      `create role ${mighty} nologin bypassrls; create role ${login} login in role torhaus_app, ${mighty}`,
    )
    const faults = await others({ ...copy.app, user: login })
    await asAdmin(`drop role ${login}; drop role ${mighty}`)
    expect(faults).toEqual([expect.stringContaining(mighty)])
  })
})

describe('torhaus start, in production', () => {
  const secrets = {
    BASE_URL: 'https://service.leuna.example',
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:2525',
    MAIL_FROM: 'Stadt Leuna <no-reply@leuna.example>',
  }
  const urlOf = ({ host, port, user, database }: pg.PoolConfig) =>
    `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`

  test('refuses a database that may lose what was acknowledged, and says what to do', async () => {
    const config = readConfig({
      ...secrets,
      DATABASE_URL: urlOf(copy.owner),
      DATABASE_APP_URL: urlOf(copy.app),
    })
    const refused = await openRuntime(config, log).catch((cause: unknown) => cause)
    expect(refused).toBeInstanceOf(DatabaseRefusal)
    expect((refused as Error).message).toMatch(
      /^The database is not safe.*\n {2}fsync: is off.*postgresql\.conf/,
    )
  })

  test('lets the demo use any database', async () => {
    const config = readConfig({ DATABASE_URL: urlOf(copy.owner), DATABASE_APP_URL: urlOf(copy.app) })
    const runtime = await openRuntime(config, log)
    await runtime.stop()
  })

  test('starts on its own PostgreSQL, and refuses it with any safeguard switched off', async () => {
    const dataDir = folder()
    const runtime = await openRuntime(readConfig({ ...secrets, DATA_DIR: dataDir }), log)
    await runtime.stop()
    const mighty = await startPostgres({ dataDir, log: quiet })
    await ask(mighty.connection('admin'), 'alter role torhaus_app bypassrls')
    const role = await findDatabaseFaults(mighty.connection('app'))
    await ask(mighty.connection('admin'), 'alter role torhaus_app nobypassrls')
    await mighty.stop()
    expect(role).toEqual([expect.stringContaining('its login may act as torhaus_app')])
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      const postgres = await startPostgres({ dataDir, log: quiet, settings: { [name]: 'off' } })
      const faults = await findDatabaseFaults(postgres.connection('app'))
      await postgres.stop()
      expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name}: is off`))])
    }
  })
})
