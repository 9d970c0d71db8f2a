import type pg from 'pg'
import { openTables } from '#core/db/open-tables.ts'

/** Faults of the schema, found in PostgreSQL's own catalogue: what a careless migration would leave open. */
export interface SchemaFault {
  readonly rule: string
  readonly object: string
}

/** The one function that runs with its owner's rights. */
const definerFunctions = ['add_job']

const queries: Readonly<Record<string, string>> = {
  'row-level security is not forced': `
    select c.relname as object from pg_class c
    where c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'no policy': `
    select c.relname as object from pg_class c
    where c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  'tenant_id does not lead the primary key': `
    select c.relname as object from pg_class c
    where c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      and not exists (select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'tenant_id')`,
  'unique key without tenant_id': `
    select i.relname as object from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    where c.relnamespace = 'torhaus'::regnamespace and x.indisunique and not x.indisprimary
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any(x.indkey))`,
  'foreign key between tenant tables without tenant_id': `
    select k.conname as object from pg_constraint k
    where k.connamespace = 'torhaus'::regnamespace and k.contype = 'f'
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'tenant_id' and not a.attisdropped)
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'tenant_id' and not a.attisdropped)
      and k.confrelid <> 'torhaus.portals'::regclass
      and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname like '%tenant_id' and a.attnum = k.conkey[1])`,
  'view without security_invoker': `
    select c.relname as object from pg_class c
    where c.relnamespace = 'torhaus'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)`,
  'function runs with its owner’s rights': `
    select p.proname as object from pg_proc p where p.pronamespace = 'torhaus'::regnamespace and p.prosecdef`,
  'owned by the application role': `
    select c.relname as object from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'torhaus'::regnamespace and r.rolname = 'torhaus_app'`,
  'application role may step around row-level security': `
    select rolname as object from pg_roles where rolname = 'torhaus_app' and (rolsuper or rolbypassrls or rolcreaterole)`,
  'foreign key without an index': `
    select k.conname as object from pg_constraint k
    where k.connamespace = 'torhaus'::regnamespace and k.contype = 'f'
      and k.confrelid not in ('torhaus.tenants'::regclass, 'torhaus.portals'::regclass, 'torhaus.service_versions'::regclass,
        'torhaus.offices'::regclass, 'torhaus.staff'::regclass, 'torhaus.case_processes'::regclass)
      and not exists (select from pg_index x where x.indrelid = k.conrelid
        and (x.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
}

/** All faults but those that the two lists above excuse. */
export async function findSchemaFaults(client: pg.Client): Promise<SchemaFault[]> {
  const faults: SchemaFault[] = []
  for (const [rule, query] of Object.entries(queries)) {
    const { rows } = await client.query<{ object: string }>(query)
    faults.push(...rows.map(row => ({ rule, object: row.object })))
  }
  return faults.filter(fault => !isExcused(fault))
}

function isExcused({ rule, object }: SchemaFault): boolean {
  if (rule === 'function runs with its owner’s rights') return definerFunctions.includes(object)
  const table = Object.keys(openTables).find(name => object === name || object.startsWith(`${name}_`))
  return table !== undefined && rule !== 'no policy'
}
