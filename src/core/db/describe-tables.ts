import type pg from 'pg'

const types: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  date: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
}

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  has_default: boolean
  is_generated_always: boolean
}

/** The schema `torhaus` as TypeScript types for kysely, one interface a table. */
export async function describeTables(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select table_name, column_name, udt_name, is_nullable, column_default is not null as has_default,
      identity_generation = 'ALWAYS' as is_generated_always
    from information_schema.columns where table_schema = 'torhaus' order by table_name, ordinal_position`)
  const tables = Map.groupBy(rows, row => row.table_name)
  const lines = [
    '// Written by bin/generate-tables.ts from db/migrations. Do not edit.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
    '/** A stored document: whoever owns the table knows its shape. */',
    'type Json = ColumnType<unknown, string, string>',
    'type DefaultJson = ColumnType<unknown, string | undefined, string>',
    '',
  ]
  for (const [name, columns] of tables) {
    lines.push(`export interface ${interfaceName(name)} {`)
    for (const column of columns) lines.push(`  ${column.column_name}: ${typeOf(column)}`)
    lines.push('}', '')
  }
  lines.push('export interface DB {')
  for (const name of tables.keys()) lines.push(`  ${name}: ${interfaceName(name)}`)
  lines.push('}', '')
  return lines.join('\n')
}

function interfaceName(table: string): string {
  return table.replaceAll(/(^|_)([a-z])/g, (_whole, _bar, letter: string) => letter.toUpperCase())
}

function typeOf(column: Column): string {
  const base = types[column.udt_name]
  if (!base)
    throw new Error(`${column.table_name}.${column.column_name}: no TypeScript type for ${column.udt_name}`)
  if (base === 'Json' && column.has_default) return 'DefaultJson'
  const type = column.is_nullable === 'YES' ? `${base} | null` : base
  if (column.is_generated_always) return `GeneratedAlways<${type}>`
  return column.has_default ? `Generated<${type}>` : type
}
