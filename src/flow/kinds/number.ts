import { rawText } from '../answers.ts'
import { NUMBER } from '../feel/shape.ts'
import type { CompiledField, Kind, Problem, Told } from '../model.ts'
import { readableMoney, readableNumber } from '../readable.ts'

const GROUPED = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/
const PLAIN = /^[+-]?\d+(,\d+)?$/
// A point that cannot part thousands was meant as a comma.
const POINT = /^[+-]?\d+\.(\d{1,2}|\d{4,})$/

/** Reads "1.234,5", "1234,5" and "12.5" as Germans write them; undefined when it is no number. */
export function parseNumber(written: string): number | undefined {
  const digits = written.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-')
  if (digits.length > 30) return undefined
  const plain =
    GROUPED.test(digits) || PLAIN.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : digits
  if (plain === digits && !PLAIN.test(digits) && !POINT.test(digits)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined
}

/** The number as it is typed into a field: "1234,5". */
function typed(value: number, decimals?: number): string {
  const written = decimals === undefined ? String(value) : value.toFixed(decimals)
  return written.includes('e') ? BigInt(Math.round(value)).toString() : written.replace('.', ',')
}

/** Cents of a typed amount, without the errors of binary fractions. */
function toCents(euros: number): number {
  return Number(`${Math.round(Number(`${euros}e2`))}`)
}

function decimalsOf(value: number): number {
  const written = String(value)
  if (written.includes('e-')) return Number(written.split('e-')[1])
  return written.split('.')[1]?.length ?? 0
}

function limits(field: CompiledField, value: number, tell: (limit: number) => Told): Problem[] {
  const { min, max } = field.field
  if (min !== undefined && value < min) return [{ code: 'min', values: { least: tell(min) } }]
  if (max !== undefined && value > max) return [{ code: 'max', values: { most: tell(max) } }]
  return []
}

/** Without a unit of its own the number stands alone. */
function withUnit(field: CompiledField, written: string): string {
  return field.field.unit ? `${written} ${field.field.unit}` : written
}

const numeric = {
  shape: () => NUMBER,
  isWell: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  feel: (value: unknown) => value,
  unanswered: null,
  parts: [],
}

export const number: Kind = {
  ...numeric,
  read(field, raw) {
    const written = rawText(raw, field.id).trim()
    if (written === '') return { value: undefined }
    const unit = field.field.unit
    const bare = unit && written.endsWith(unit) ? written.slice(0, -unit.length) : written
    const value = parseNumber(bare)
    return value === undefined ? { value, problem: { code: 'number' } } : { value }
  },
  check(field, value) {
    const most = field.field.decimals ?? 0
    if (decimalsOf(Number(value)) > most) {
      return [most === 0 ? { code: 'whole_number' } : { code: 'decimals', values: { most } }]
    }
    return limits(field, Number(value), amount =>
      field.field.unit ? { amount, unit: field.field.unit } : amount,
    )
  },
  show: (id, value) => ({ [id]: typed(Number(value)) }),
  tell: (field, value, lang) => withUnit(field, readableNumber(Number(value), lang)),
}

export const money: Kind = {
  ...numeric,
  isWell: value => Number.isSafeInteger(value),
  read(field, raw) {
    const written = rawText(raw, field.id).trim()
    if (written === '') return { value: undefined }
    const value = parseNumber(written.replace(/(€|EUR|Euro)$/i, '').replace(/,-+$/, ''))
    if (value === undefined || decimalsOf(value) > 2) return { value: undefined, problem: { code: 'money' } }
    const cents = toCents(value)
    return Number.isSafeInteger(cents) ? { value: cents } : { value: undefined, problem: { code: 'money' } }
  },
  check: (field, value) => limits(field, Number(value), cents => ({ cents })),
  show: (id, value) => ({ [id]: typed(Number(value) / 100, 2) }),
  tell: (_field, value, lang) => readableMoney(Number(value), lang),
}
