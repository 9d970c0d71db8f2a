/** Days are `YYYY-MM-DD` strings: they have no time zone to get wrong. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day which the clock on the town hall shows at this instant. */
export function localDay(at: Date, timeZone: string): string {
  return wallClock(at, timeZone).slice(0, 10)
}

/** The instant at which a day begins in a zone, on days of a clock change too. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  // The first guess may fall on the other side of a clock change; the second one does not.
  const guess = asUtc - offsetAt(new Date(asUtc), timeZone)
  return new Date(asUtc - offsetAt(new Date(guess), timeZone))
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Same day of a later month, or the last day of it where there is no such day (§ 188 (3) BGB). */
export function addMonths(day: string, months: number): string {
  if (months === 0) return day
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

function offsetAt(at: Date, timeZone: string): number {
  const seconds = Math.floor(at.getTime() / 1000) * 1000
  return Date.parse(`${wallClock(at, timeZone)}Z`) - seconds
}

function wallClock(at: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  return format.format(at).replace(' ', 'T')
}
