import { berlinDay, type Day, type Instant } from './days.ts'
import type { Place } from './holidays.ts'
import type { Notification, ProceduralLaw } from './model.ts'
import { type PeriodEnd, periodEnd } from './period.ts'

export interface RemedyPeriodInput {
  /** The day of notification. */
  notified: Day
  /** 1, or 12 where the remedy instruction is missing or wrong (§ 58 (2) VwGO, § 356 (2) AO, § 66 (2) SGG). */
  months: number
  /** Seat of the authority that takes the remedy (§ 193 BGB). */
  place: Place
  law?: ProceduralLaw | undefined
}

export interface RemedyPeriod extends PeriodEnd {
  cite: string
}

/**
 * VwGO: § 57 (2) leads to § 222 ZPO and so to the BGB, § 31 VwVfG says the same (§ 79 VwVfG).
 * Social courts have a rule of their own with the same result (§ 64 SGG).
 */
const cites: Record<ProceduralLaw, string> = {
  vwvfg:
    '§ 70 Abs. 1, § 57 Abs. 2 VwGO, § 222 ZPO; §§ 79, 31 Abs. 1, 3 VwVfG; § 187 Abs. 1, § 188 Abs. 2, 3, § 193 BGB',
  ao: '§ 70 Abs. 1 VwGO; § 108 Abs. 1, 3 AO; § 187 Abs. 1, § 188 Abs. 2, 3, § 193 BGB',
  sgbx: '§ 84 Abs. 1, § 64 SGG; § 26 Abs. 1, 3 SGB X; § 187 Abs. 1, § 188 Abs. 2, 3, § 193 BGB',
}

/**
 * The last day of a remedy period, to the day. It ends with that day's midnight in Germany.
 *
 * @example remedyPeriod({ notified: '2026-09-30', months: 1, place: 'ST' }).lastDay // '2026-10-30'
 * @example remedyPeriod({ notified: '2025-09-30', months: 1, place: 'ST' }).lastDay // '2025-10-30'
 * @example remedyPeriod({ notified: '2027-01-31', months: 1, place: 'ST' }).lastDay // '2027-03-01' (28 February is a Sunday)
 */
export function remedyPeriod({ notified, months, place, law = 'vwvfg' }: RemedyPeriodInput): RemedyPeriod {
  return { ...periodEnd(notified, { months }, place), cite: cites[law] }
}

export interface RemedyWindow {
  /** The last day to tell residents: right under every reading. */
  shown: RemedyPeriod
  /** The last day on which a remedy is in time under some reading; missing while that is open. */
  lateAfter?: RemedyPeriod
}

/**
 * The remedy period of a notification whose day is not beyond doubt. Nothing while no day can be named.
 *
 * @example remedyWindow(notification(delivery), { months: 1, place: 'ST' })?.shown.lastDay
 */
export function remedyWindow(
  { earliest, latest }: Notification,
  input: Omit<RemedyPeriodInput, 'notified'>,
): RemedyWindow | undefined {
  if (!earliest) return undefined
  const shown = remedyPeriod({ ...input, notified: earliest })
  return latest ? { shown, lateAfter: remedyPeriod({ ...input, notified: latest }) } : { shown }
}

/** Whether something that arrived at this moment came after the period (its last day counts whole). */
export function isLate(received: Instant, period: PeriodEnd): boolean {
  return berlinDay(received) > period.lastDay
}
