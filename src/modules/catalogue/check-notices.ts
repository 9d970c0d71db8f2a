import { basename } from 'node:path'
import { ANY, type Names } from '#flow/index.ts'
import { checkExpression, checkPlaceholders, type Each, withAlias } from './check-expressions.ts'
import type { Reporter } from './check-report.ts'
import type { PackageFile, PackageFiles, Path } from './package-files.ts'

type Data = Readonly<Record<string, unknown>>

/** Keys whose strings are FEEL, and keys whose strings are neither FEEL nor a text with placeholders. */
const FEEL_KEYS = ['when', 'default', 'required', 'check', 'min_date', 'max_date']
const NAME_KEYS = [
  'id',
  'use',
  'kind',
  'each',
  'of',
  'as',
  'with',
  'format',
  'type',
  'codelist',
  'pattern',
  'value',
  'unit',
  'autocomplete',
]

interface Walking {
  readonly file: PackageFile
  readonly names: Names
  readonly reporter: Reporter
}

/** Conditions, placeholders and references of all notices of a package. */
export function checkNotices(files: PackageFiles, around: { names: Names; reporter: Reporter }): void {
  const shared = (files.noticeBlocks?.data ?? {}) as Data
  const sharedFields = listOf(shared.fields).map(field => String(field.id))
  if (files.noticeBlocks) {
    walk(shared, [], { file: files.noticeBlocks, ...around, names: withNames(around.names, sharedFields) })
  }
  for (const file of files.notices) {
    const notice = file.data as Data
    const name = basename(file.file, '.yaml')
    if (notice.id !== name)
      around.reporter.error('file_name', { file, path: ['id'] }, { id: String(notice.id), file: name })
    const decision = (notice.decision ?? {}) as Data
    const own = listOf(decision.fields).map(field => String(field.id ?? field.use))
    walk(notice, [], { file, ...around, names: withNames(around.names, [...own, ...sharedFields]) })
    checkUses(notice, shared, { file, reporter: around.reporter })
  }
}

/** Fields of the decision may name each other. */
function withNames(names: Names, more: readonly string[]): Names {
  return new Map([...names, ...more.map(name => [name, ANY] as const)])
}

function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null) : []
}

function walk(value: unknown, path: Path, walking: Walking): void {
  const key = String(path.findLast(step => typeof step === 'string') ?? '')
  if (typeof value === 'string') {
    const spot = { file: walking.file, path }
    if (FEEL_KEYS.includes(key)) checkExpression(value, spot, walking)
    else if (!NAME_KEYS.includes(key)) checkPlaceholders(value, spot, walking)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const each = eachOf(value as Data)
  const inner = each ? { ...walking, names: innerNames(each, value as Data, walking.names) } : walking
  for (const [step, one] of Object.entries(value))
    walk(one, [...path, Array.isArray(value) ? Number(step) : step], inner)
}

function eachOf(value: Data): Each | undefined {
  const { each, of = each, as } = value
  if (typeof of !== 'string' || typeof as !== 'string') return undefined
  return { of, as, with: typeof value.with === 'string' ? value.with : undefined }
}

/** Inside `decision.items` the fields decided on each item may name each other. */
function innerNames(each: Each, value: Data, names: Names): Names {
  const fields = listOf(value.fields).map(field => String(field.id ?? field.use))
  return withNames(withAlias(names, each), fields)
}

const LISTS = ['conditions', 'reasons', 'hints'] as const

function checkUses(notice: Data, shared: Data, at: { file: PackageFile; reporter: Reporter }): void {
  const decision = (notice.decision ?? {}) as Data
  const lists: [Path, unknown, string][] = LISTS.map(key => [[key], notice[key], key])
  const items = (decision.items ?? {}) as Data
  lists.push(
    [['decision', 'fields'], decision.fields, 'fields'],
    [['decision', 'items', 'fields'], items.fields, 'fields'],
  )
  for (const [path, list, key] of lists) {
    const ids = listOf(shared[key]).map(one => String(one.id))
    listOf(list).forEach((one, index) => {
      const block = one.use
      if (typeof block !== 'string' || ids.includes(block)) return
      at.reporter.error(
        'unknown_notice_block',
        { file: at.file, path: [...path, index] },
        { block, blocks: ids.join(', ') },
      )
    })
  }
  for (const key of ['salutation', 'lead', 'fee']) {
    const used = (notice[key] as Data | undefined)?.use
    if (typeof used === 'string' && !Object.hasOwn(shared, used)) {
      at.reporter.error(
        'unknown_notice_block',
        { file: at.file, path: [key] },
        { block: used, blocks: Object.keys(shared).join(', ') },
      )
    }
  }
}
