import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { openLiving } from './living.ts'
import { freeOrphanedJobs } from './orphan-store.ts'

let copy: TestDatabase
let client: pg.Client
const log = pino({ level: 'silent' })

beforeAll(async () => {
  copy = await createTestDatabase()
  client = new pg.Client(copy.owner)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await copy.drop()
})

const lockedBy = async () => {
  const { rows } = await client.query('select locked_by from graphile_worker._private_jobs order by id')
  return rows.map(row => row.locked_by as string | null)
}

const held = async () => {
  const { rows } = await client.query(`select 1 from pg_locks where locktype = 'advisory' and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())`)
  return rows.length
}

test('frees the jobs of a killed worker and leaves those of a living one', async () => {
  const alive = await openLiving(copy.owner, log)
  alive.hold('worker-alive')
  await expect.poll(held).toBe(1)
  await client.query(
    `select graphile_worker.add_job('send-mail', '{}'), graphile_worker.add_job('send-mail', '{}')`,
  )
  await client.query(`update graphile_worker._private_jobs set locked_at = now(),
    locked_by = case when id = (select min(id) from graphile_worker._private_jobs) then 'worker-dead' else 'worker-alive' end`)
  expect(await freeOrphanedJobs(client)).toBe(1)
  expect(await lockedBy()).toEqual([null, 'worker-alive'])
  await alive.stop()
  await expect.poll(held).toBe(0)
  expect(await freeOrphanedJobs(client)).toBe(1)
  expect(await lockedBy()).toEqual([null, null])
})
