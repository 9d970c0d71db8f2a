import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { closest } from '#flow/index.ts'
import type { Reporter } from './check-report.ts'
import type { PackageFile, Path } from './package-files.ts'

const SCHEMAS = [
  'text',
  'field',
  'form',
  'block',
  'codelist',
  'service',
  'checks',
  'notice',
  'notice-blocks',
  'walk',
] as const
export type SchemaName = (typeof SCHEMAS)[number]
export type Schemas = ReadonlyMap<SchemaName, ValidateFunction>

const SCHEMA_DIR = join(import.meta.dirname, '../../../catalogue/schema')

/** The published JSON Schemas (2020-12) of catalogue/schema, compiled. */
export function loadSchemas(): Promise<Schemas> {
  loaded ??= readSchemas()
  return loaded
}

let loaded: Promise<Schemas> | undefined

async function readSchemas(): Promise<Schemas> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
  })
  for (const name of SCHEMAS)
    ajv.addSchema(JSON.parse(await readFile(join(SCHEMA_DIR, `${name}.json`), 'utf8')))
  return new Map(SCHEMAS.map(name => [name, ajv.getSchema(`${name}.json`)!]))
}

/** Whether a file is YAML and keeps to its schema; every fault is reported at its line. */
export function checkSchema(
  file: PackageFile,
  name: SchemaName,
  around: { schemas: Schemas; reporter: Reporter },
): boolean {
  const { schemas, reporter } = around
  for (const { line, reason } of file.broken) {
    reporter.error('yaml', { file: { ...file, lineOf: () => line }, path: [] }, { reason })
  }
  if (file.broken.length > 0) return false
  const validate = schemas.get(name)
  if (!validate || validate(file.data)) return true
  for (const error of validate.errors ?? []) reportSchemaError(error, { file, name, reporter })
  return false
}

interface At {
  readonly file: PackageFile
  readonly name: SchemaName
  readonly reporter: Reporter
}

function reportSchemaError(error: ErrorObject, { file, name, reporter }: At): void {
  // `if` says only that what follows then or else did not hold.
  if (error.keyword === 'if') return
  const path = pathOf(error.instancePath, file.data)
  const { code, values, key } = wordsFor(error, { last: String(path.at(-1) ?? ''), name })
  reporter.error(code, { file, path: key === undefined ? path : [...path, key] }, values)
}

interface Words {
  readonly code: string
  readonly values: Record<string, string>
  /** The key it is about, below the place ajv names. */
  readonly key?: string
}

function wordsFor(error: ErrorObject, { last, name }: { last: string; name: SchemaName }): Words {
  const { keyword, params, parentSchema } = error
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty)
      const known = Object.keys((parentSchema?.properties as object | undefined) ?? {})
      return { code: 'unknown_key', values: { key, near: closest(key, known) }, key }
    }
    case 'required':
      return { code: 'missing_key', values: { key: String(params.missingProperty) } }
    case 'type':
      return { code: 'wrong_type', values: { type: [params.type].flat().join(', ') } }
    case 'enum':
      return { code: 'not_one_of', values: { values: (params.allowedValues as unknown[]).join(', ') } }
    case 'const':
      return { code: 'not_one_of', values: { values: String(params.allowedValue) } }
    case 'pattern':
      return { code: 'wrong_format', values: { pattern: String(params.pattern) } }
    case 'false schema':
      return { code: 'not_here', values: { key: last } }
    default:
      return {
        code: 'schema',
        values: { reason: `${last} ${error.message ?? keyword}`.trim(), schema: name },
      }
  }
}

/** A JSON pointer as a path, with numbers where the data has lists. */
function pathOf(pointer: string, data: unknown): Path {
  const path: (string | number)[] = []
  let value = data
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(key) : key)
    value = (value as Record<string, unknown> | undefined)?.[key]
  }
  return path
}
