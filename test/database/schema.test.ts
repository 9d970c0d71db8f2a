import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTables } from '#core/db/open-tables.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { findSchemaFaults } from './catalogue-queries.ts'

let copy: TestDatabase
let client: pg.Client

beforeAll(async () => {
  copy = await createTestDatabase()
  client = new pg.Client(copy.owner)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await copy.drop()
})

describe('the schema', () => {
  test('keeps every tenant table behind policy and composite key', async () => {
    expect(await findSchemaFaults(client)).toEqual([])
  })

  test('has not lost its tenant tables', async () => {
    const { rows } = await client.query(
      `select table_name from information_schema.columns where table_schema = 'torhaus' and column_name = 'tenant_id'`,
    )
    expect(rows.length).toBeGreaterThan(20)
    for (const name of Object.keys(openTables)) expect(rows.map(row => row.table_name)).toContain(name)
  })

  test.each([
    [
      'row-level security is not forced',
      'create table torhaus.leaky (tenant_id text, id uuid, primary key (tenant_id, id))',
    ],
    [
      'no policy',
      'create table torhaus.mute (tenant_id text primary key); alter table torhaus.mute enable row level security',
    ],
    [
      'tenant_id does not lead the primary key',
      'create table torhaus.askew (id uuid primary key, tenant_id text)',
    ],
    [
      'unique key without tenant_id',
      'alter table torhaus.cases add constraint telltale unique (file_number)',
    ],
    [
      'foreign key between tenant tables without tenant_id',
      `create table torhaus.loose (tenant_id text, id uuid, note uuid, primary key (tenant_id, id));
       alter table torhaus.staff add constraint staff_alone unique (id);
       alter table torhaus.loose add foreign key (note) references torhaus.staff (id)`,
    ],
    ['view without security_invoker', 'create view torhaus.all_cases as select * from torhaus.cases'],
    [
      'function runs with its owner’s rights',
      'create function torhaus.mighty() returns int language sql security definer as $$ select 1 $$',
    ],
    [
      'foreign key without an index',
      `create table torhaus.slow (tenant_id text, id uuid, case_id uuid, primary key (tenant_id, id),
        foreign key (tenant_id, case_id) references torhaus.cases (tenant_id, id))`,
    ],
  ])('would notice: %s', async (rule, statement) => {
    await client.query('begin')
    await client.query(statement)
    const faults = await findSchemaFaults(client)
    await client.query('rollback')
    expect(faults.map(fault => fault.rule)).toContain(rule)
  })
})
