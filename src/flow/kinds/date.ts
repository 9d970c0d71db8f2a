import { type Raw, rawText } from '../answers.ts'
import { feelDate } from '../feel/program.ts'
import { DATE } from '../feel/shape.ts'
import type { Kind, Read } from '../model.ts'
import { readableDate } from '../readable.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const WRITTEN = /^(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{1,4})$/

/** Whether "YYYY-MM-DD" is a day of the calendar (30 February is none). */
export function isDay(value: unknown): value is string {
  const match = typeof value === 'string' ? DAY.exec(value) : null
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  // Day 0 or a day too many runs over into another month.
  return year >= 1000 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
}

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** Three fields, or one: "24.12.2026" or "2026-12-24" from a browser's own date field. */
function partsOf(raw: Raw, id: string): Parts {
  const whole = rawText(raw, id).trim()
  const iso = DAY.exec(whole)
  if (iso) return { year: iso[1]!, month: iso[2]!, day: iso[3]! }
  const written = WRITTEN.exec(whole)
  if (written) return { day: written[1]!, month: written[2]!, year: written[3]! }
  const part = (name: string) => rawText(raw, `${id}.${name}`).trim()
  return whole === ''
    ? { day: part('day'), month: part('month'), year: part('year') }
    : { day: whole, month: '?', year: '?' }
}

function readDate(parts: Parts): Read {
  const names = ['day', 'month', 'year'] as const
  const missing = names.filter(name => parts[name] === '')
  if (missing.length === 3) return { value: undefined }
  if (missing.length > 0) return { value: undefined, problem: { code: 'date_part', part: missing[0] } }
  const numeric = /^\d{1,2}$/.test(parts.day) && /^\d{1,2}$/.test(parts.month) && /^\d+$/.test(parts.year)
  if (numeric && parts.year.length !== 4)
    return { value: undefined, problem: { code: 'date_year', part: 'year' } }
  const value = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
  return numeric && isDay(value) ? { value } : { value: undefined, problem: { code: 'date', part: 'day' } }
}

export const date: Kind = {
  shape: () => DATE,
  isWell: isDay,
  read: (field, raw) => readDate(partsOf(raw, field.id)),
  check: () => [],
  show(id, value) {
    const [year = '', month = '', day = ''] = String(value).split('-')
    return {
      [`${id}.day`]: String(Number(day)),
      [`${id}.month`]: String(Number(month)),
      [`${id}.year`]: year,
    }
  },
  tell: (_field, value, lang) => readableDate(String(value), lang),
  feel: value => feelDate(String(value)),
  unanswered: null,
  parts: ['day', 'month', 'year'],
}
