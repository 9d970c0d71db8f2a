import type { Answer } from '../answers.ts'
import type { Lookup, Program } from '../feel/program.ts'
import type { Text } from '../format.ts'
import { isDay } from '../kinds/date.ts'
import type { CompiledField, Problem, Told } from '../model.ts'
import type { FieldError } from './state.ts'

/** Where the field stands: its page, and the path before its id (`trees.0.`). */
export interface Spot {
  readonly pageId: string
  readonly prefix: string
  readonly lookup: Lookup
}

export interface Findings {
  readonly required: boolean
  readonly errors: FieldError[]
  readonly warnings: FieldError[]
}

/** Everything the server holds against one answer (or its absence). */
export function checkField(field: CompiledField, value: Answer | undefined, spot: Spot): Findings {
  const required = isRequired(field, spot.lookup)
  const problems =
    value === undefined || isEmpty(value) ? missing(field, required) : wrong(field, value, spot.lookup)
  const errors = problems.map(problem => errorOf(field, problem, spot))
  const warnings: FieldError[] = []
  if (problems.length === 0 && mayRunRules(field, value)) runRules(field, spot, { errors, warnings })
  return { required, errors, warnings }
}

/** A condition that has no value demands the answer: better asked once too often than lost. */
function isRequired(field: CompiledField, lookup: Lookup): boolean {
  if (field.field.later) return false
  return typeof field.required === 'boolean' ? field.required : field.required.run(lookup) !== false
}

function isEmpty(value: Answer): boolean {
  return Array.isArray(value) && value.length === 0
}

function missing(field: CompiledField, required: boolean): Problem[] {
  const { type, min } = field.field
  if (!required || (type === 'group' && min === 0)) return []
  if (type === 'group' && (min ?? 1) > 1) return [{ code: 'min_items', values: { least: min ?? 1 } }]
  return [{ code: 'required' }]
}

function wrong(field: CompiledField, value: Answer, lookup: Lookup): readonly Problem[] {
  const problems = field.kind.check(field, value)
  if (problems.length > 0) return problems
  if (field.pattern && !field.pattern.matches(String(value))) return [{ code: 'pattern' }]
  return typeof value === 'string' ? outsideDates(field, value, lookup) : []
}

function outsideDates(field: CompiledField, value: string, lookup: Lookup): Problem[] {
  const limit = (program: Program | undefined) => (program ? String(program.run(lookup) ?? '') : '')
  const [least, most] = [limit(field.minDate), limit(field.maxDate)]
  if (isDay(least) && value < least) return [{ code: 'min_date', values: { least: { day: least } } }]
  return isDay(most) && value > most ? [{ code: 'max_date', values: { most: { day: most } } }] : []
}

/** Rules speak of an answer; those of groups and uploads also of their being empty. */
function mayRunRules(field: CompiledField, value: Answer | undefined): boolean {
  return value !== undefined || ['group', 'upload', 'info'].includes(field.field.type)
}

function runRules(field: CompiledField, spot: Spot, into: Pick<Findings, 'errors' | 'warnings'>): void {
  for (const [index, rule] of field.rules.entries()) {
    const result = rule.program.run(spot.lookup)
    // Without a value it only holds while something it names is still open.
    const isOpen = result === null && rule.program.names.some(name => spot.lookup(name) === null)
    if (result === true || isOpen) continue
    const found = {
      page: spot.pageId,
      field: spot.prefix + field.id,
      code: `rule.${index}`,
      message: rule.message,
    }
    void (rule.severity === 'warning' ? into.warnings : into.errors).push(found)
  }
}

const UNLABELLED: Text = { de: '', 'de-leicht': '', en: '' }

/** A problem as an error with the words for it. */
export function errorOf(
  field: CompiledField,
  problem: Problem,
  spot: Pick<Spot, 'pageId' | 'prefix'>,
): FieldError {
  const { code, part } = problem
  const path = spot.prefix + field.id + (part ? `.${part}` : '')
  const own =
    code === 'required'
      ? field.field.required_message
      : code === 'pattern'
        ? field.field.pattern_message
        : undefined
  const label = field.field.label ?? field.field.text ?? UNLABELLED
  const values: Record<string, Told> = { label, ...problem.values }
  const found = { page: spot.pageId, field: path, code }
  return {
    ...found,
    message: own ?? {
      key: code === 'required' ? requiredKey(field) : code,
      values: part ? { ...values, part } : values,
    },
  }
}

/** iban, email, phone are typed like text. */
function requiredKey(field: CompiledField): string {
  const { type } = field.field
  return `required.${['longtext', 'iban', 'email', 'phone', 'info'].includes(type) ? 'text' : type}`
}
