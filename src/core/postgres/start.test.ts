import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, folder, start, usedFolder } from './fixture.ts'
import { serversIn } from './leftovers.ts'

test('a first start makes a German, durable database with two powerless roles', async () => {
  const dataDir = join(folder(), 'data')
  const postgres = await start(dataDir)
  const [settings] = await ask(
    postgres.connection('admin', 'torhaus'),
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_pages,
       current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
       current_setting('default_text_search_config') as search,
       (select datlocale from pg_database where datname = 'torhaus') as locale,
       (select rolname from pg_roles r join pg_database d on d.datdba = r.oid where datname = 'torhaus') as owner`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    full_pages: 'on',
    checksums: 'on',
    addresses: '',
    search: 'pg_catalog.german',
    locale: 'de-DE',
    owner: 'torhaus_owner',
  })
  const sorted = await ask(
    postgres.connection(),
    `select w from unnest(array['Zeder', 'Öl', 'apfel', 'Äpfel']) w order by w`,
  )
  expect(sorted.map(row => row.w)).toEqual(['apfel', 'Äpfel', 'Öl', 'Zeder'])
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
})

test('neither role passes row-level security, and the application can make nothing', async () => {
  const postgres = await start(await usedFolder())
  const roles = await ask(
    postgres.connection('admin'),
    `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty
       from pg_roles where rolname like 'torhaus%' order by rolname`,
  )
  expect(roles).toEqual([
    { rolname: 'torhaus_app', mighty: false },
    { rolname: 'torhaus_owner', mighty: false },
  ])
  await expect(ask(postgres.connection('app'), 'create table t (n int)')).rejects.toThrow('permission denied')
  await expect(ask(postgres.connection('app'), 'create temp table t (n int)')).rejects.toThrow(
    'permission denied',
  )
  await expect(ask(postgres.connection('app', 'postgres'), 'select 1')).rejects.toThrow('permission denied')
  await ask(postgres.connection('owner'), 'create table t (n int)')
})

test('what was written is there at the next start, which takes less than two seconds', async () => {
  const dataDir = join(folder(), 'data')
  const first = await start(dataDir)
  await ask(first.connection('owner'), 'create table kept as select 42 as answer')
  await first.stop()
  const before = performance.now()
  const second = await start(dataDir)
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(await ask(second.connection('owner'), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('stop ends every process, also twice, and leaves the folder free', async () => {
  const dataDir = await usedFolder()
  const postgres = await start(dataDir)
  expect(serversIn(join(dataDir, 'postgres')).length).toBeGreaterThan(1)
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'torhaus.lock', 'torhaus.pid'])
  await postgres.stop()
  await postgres.stop()
  expect(serversIn(join(dataDir, 'postgres'))).toEqual([])
  expect(await postgres.ended).toBeUndefined()
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'torhaus.lock'])
})

test('databases are copied from a template and dropped under open connections', async () => {
  const postgres = await start(await usedFolder())
  await postgres.createDatabase('template_leuna')
  await ask(postgres.connection('owner', 'template_leuna'), 'create table seeded as select 1 as n')
  await postgres.createDatabase('copy_1', 'template_leuna')
  expect(await ask(postgres.connection('owner', 'copy_1'), 'select n from seeded')).toEqual([{ n: 1 }])
  const waiting = ask(postgres.connection('owner', 'copy_1'), 'select pg_sleep(20)')
  const refused = expect(waiting).rejects.toThrow('terminat')
  await expect.poll(() => sleepers(postgres.connection('admin'))).toBe(1)
  await postgres.dropDatabase('copy_1')
  await refused
  await postgres.dropDatabase('copy_1')
  await expect(postgres.createDatabase('x"; drop database torhaus')).rejects.toThrow('not a database name')
})

async function sleepers(admin: Parameters<typeof ask>[0]): Promise<number> {
  const rows = await ask(admin, `select from pg_stat_activity where query = 'select pg_sleep(20)'`)
  return rows.length
}

test('a path longer than a socket address may be is reached all the same', async () => {
  const dataDir = join(folder(), 'a-folder-with-a-name-of-fifty-letters-and-then-some', 'x'.repeat(60))
  const postgres = await start(dataDir)
  expect(postgres.connection().host.length).toBeLessThan(90)
  expect(await ask(postgres.url(), 'select current_user as me')).toEqual([{ me: 'torhaus_app' }])
})

test('the URL is understood by libpq too', async context => {
  const postgres = await start(await usedFolder())
  const found = readdirSync('/usr/bin').includes('psql')
  context.skip(!found, 'psql is not installed')
  const said = execFileSync('psql', [postgres.url('owner'), '-Atc', 'select current_user'], {
    encoding: 'utf8',
  })
  expect(said.trim()).toBe('torhaus_owner')
})

test('a wrong setting and a folder of another version are refused in words, and the lock is given back', async () => {
  const dataDir = await usedFolder()
  await expect(start(dataDir, { no_such_setting: '1' })).rejects.toThrow('no_such_setting')
  const postgres = await start(dataDir)
  await postgres.stop()
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  await expect(start(dataDir)).rejects.toThrow('PostgreSQL 17')
})

test('a start that was killed while it made the folder is made good by the next', async () => {
  const dataDir = join(folder(), 'data')
  mkdirSync(join(dataDir, 'postgres.new/base'), { recursive: true })
  const postgres = await start(dataDir)
  expect(await ask(postgres.connection(), 'select 1 as n')).toEqual([{ n: 1 }])
  expect(readdirSync(dataDir)).not.toContain('postgres.new')
})
