/** When something is due, as drawn; `dueAt` turns it into an instant for one activation. */
export type Due =
  | { readonly kind: 'working-days'; readonly days: number }
  | Period
  | { readonly kind: 'date'; readonly at: string }

export interface Period {
  readonly kind: 'duration'
  readonly months: number
  readonly days: number
  readonly ms: number
  /** The last day moves to the next working day (§ 31 (3) VwVfG). */
  readonly endsOnWorkingDay?: boolean | undefined
}

const hour = 3_600_000
const span =
  /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/

/** Reads an ISO 8601 duration: `P14D`, `P2W`, `P1M`, `PT36H`; `undefined` if it is none. */
export function readDuration(text: string): Period | undefined {
  const found = span.exec(text.trim())
  if (!found || /[PT]$/.test(text.trim())) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map(part => Number(part ?? 0))
  return {
    kind: 'duration',
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
    ms: (hours ?? 0) * hour + (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000,
  }
}

/** Reads an instant with its offset, `2026-11-03T12:00:00+01:00`; without one it would depend on the machine. */
export function readDate(text: string): Due | undefined {
  const at = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(at) || Number.isNaN(Date.parse(at))) return undefined
  return { kind: 'date', at: new Date(at).toISOString() }
}

export function readWorkingDays(text: string): Due | undefined {
  const days = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && days > 0 ? { kind: 'working-days', days } : undefined
}
