/** A calendar day as the law counts it: `2026-11-21`. Always a day in Germany, never an instant. */
export type Day = `${number}-${number}-${number}`

/** A moment, as a `Date` or as ISO 8601 with a zone (`2026-11-21T23:30:00Z`). */
export type Instant = Date | string

const pattern = /^\d{4}-\d{2}-\d{2}$/
const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i
const msPerDay = 86_400_000

/**
 * Checks a text and gives it back as a day.
 *
 * @throws RangeError for anything that is not a real day (`2026-02-30`)
 * @example asDay('2028-02-29') // '2028-02-29'
 */
export function asDay(text: string): Day {
  if (pattern.test(text)) {
    const ms = Date.parse(`${text}T00:00:00Z`)
    if (Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text)) return text as Day
  }
  throw new RangeError(`not a calendar day: ${text}`)
}

/** The day that is `days` after `day` (before it, if negative). */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(day) + days * msPerDay)
}

/** Days from `from` to `to`; negative if `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / msPerDay)
}

/**
 * The same number in a later month; where that month has no such day, its last one (§ 188 (3) BGB).
 *
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  const lastOfTarget = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget)))
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return new Date(toUtc(day)).getUTCDay()
}

export function yearOf(day: Day): number {
  return parts(day)[0]
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

// Building a formatter costs more than using it a thousand times.
const berlin = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The day on which an instant falls in Germany. A period is counted in whole days (§ 187 (1) BGB), so
 * half past midnight in Berlin belongs to the new day although UTC still has the old one.
 *
 * @throws RangeError for a text without a zone: it would mean another day on another machine
 * @example berlinDay('2026-06-30T22:30:00Z') // '2026-07-01'
 */
export function berlinDay(instant: Instant): Day {
  if (typeof instant === 'string' && !zoned.test(instant)) {
    throw new RangeError(`an instant needs a zone: ${instant}`)
  }
  return berlin.format(new Date(instant)) as Day
}

function parts(day: Day): [year: number, month: number, date: number] {
  const [year, month, date] = asDay(day).split('-').map(Number)
  return [year!, month!, date!]
}

function toUtc(day: Day): number {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date)
}

function fromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day
}
