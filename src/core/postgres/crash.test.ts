import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { ask, folder, launch, start, started, usedFolder } from './fixture.ts'
import { serversIn } from './leftovers.ts'

test('a second start on the same folder is refused, naming the first, and harms nothing', async () => {
  const dataDir = await usedFolder()
  const first = await launch([dataDir])
  const { url } = started(first)
  const second = await launch([dataDir])
  expect(second.report).toEqual({ refused: expect.stringContaining(`(Prozess ${first.child.pid})`) })
  expect(second.report).toEqual({ refused: expect.stringContaining(`(process ${first.child.pid})`) })
  await expect(start(dataDir)).rejects.toThrow('DATA_DIR')
  expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])
  await first.stop()
})

test('of many starts in the same instant one wins', async () => {
  const dataDir = join(folder(), 'data')
  const all = await Promise.all([1, 2, 3, 4].map(() => launch([dataDir])))
  const winners = all.filter(({ report }) => 'pid' in report)
  expect(winners).toHaveLength(1)
  await winners[0]?.stop()
  expect(serversIn(join(dataDir, 'postgres'))).toEqual([])
})

test('after kill -9 of Torhaus the next start ends the orphan and takes over', async () => {
  const dataDir = await usedFolder()
  const first = await launch([dataDir])
  const { pid, url } = started(first)
  await ask(url, 'create table kept as select 7 as n')
  await killed(first.child)
  expect(serversIn(join(dataDir, 'postgres'))).toContain(pid)
  const before = performance.now()
  const second = await start(dataDir)
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(second.pid).not.toBe(pid)
  expect(serversIn(join(dataDir, 'postgres'))).not.toContain(pid)
  expect(await ask(second.connection('admin'), 'select n from kept')).toEqual([{ n: 7 }])
})

test('after kill -9 of both the next start recovers every acknowledged row', async () => {
  const dataDir = await usedFolder()
  const first = await launch([dataDir])
  const { pid, url } = started(first)
  await ask(url, 'create table rows (n int)')
  const acknowledged = await insertUntilDeath(url, () => {
    first.child.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
  })
  // The kernel gives the lock free when the process is gone, a moment after the signal.
  if (first.child.signalCode === null) await once(first.child, 'exit')
  const second = await start(dataDir)
  const [found] = await ask(second.connection('admin'), 'select count(*)::int as n from rows')
  expect(acknowledged).toBeGreaterThanOrEqual(50)
  expect(found?.n).toBeGreaterThanOrEqual(acknowledged)
})

test('a server killed under a running Torhaus is brought back by itself', async () => {
  const postgres = await start(await usedFolder())
  const pool = new pg.Pool(postgres.connection('owner'))
  pool.on('error', () => undefined) // the idle connection breaks, as it must
  await pool.query('create table kept as select 7 as n')
  const dead = postgres.pid
  process.kill(dead, 'SIGKILL')
  await expect.poll(() => postgres.pid, { timeout: 10_000 }).not.toBe(dead)
  const { rows } = await pool.query('select n from kept')
  expect(rows).toEqual([{ n: 7 }])
  await pool.end()
})

test('a stale postmaster.pid whose number now belongs to another program does not stop a start', async () => {
  const dataDir = await usedFolder()
  const first = await start(dataDir)
  await first.stop()
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n\n1 1\n`,
  )
  const second = await start(dataDir)
  expect(await ask(second.connection(), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a process that ends without stopping ends the server with it', async () => {
  const dataDir = await usedFolder()
  const first = await launch([dataDir])
  started(first)
  first.child.send('leave')
  await once(first.child, 'exit')
  await expect.poll(() => serversIn(join(dataDir, 'postgres')), { timeout: 10_000 }).toEqual([])
})

async function killed(child: Awaited<ReturnType<typeof launch>>['child']): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function insertUntilDeath(url: string, kill: () => void): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the connection breaks, as it must
  await client.connect()
  let acknowledged = 0
  for (;;) {
    if (acknowledged === 50) kill()
    try {
      await client.query('insert into rows values ($1)', [acknowledged])
    } catch {
      return acknowledged // any fault here is the death we wait for; the count is what was confirmed
    }
    acknowledged += 1
  }
}
