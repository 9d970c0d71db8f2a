import { addDays, type Day, daysBetween, later } from './days.ts'
import type { Place } from './holidays.ts'
import { type Length, nominalEnd } from './period.ts'
import { addWorkingDays, workingDayFrom } from './working-days.ts'

/** A stop of the clock: from the event that stops it to the event that lets it go on. */
export interface Pause {
  from: Day
  /** Missing while the clock still stands. */
  to?: Day | undefined
}

export interface ClockInput {
  /** Day of the event that starts the clock, for example receipt of the complete documents. Does not count. */
  start: Day
  length: Length | { workingDays: number }
  pauses?: readonly Pause[] | undefined
  place: Place
  today: Day
}

export interface Clock {
  state: 'running' | 'paused' | 'over'
  /** The last day as counted; missing while paused. */
  nominal?: Day
  /** The last day, moved off weekends and holidays (§ 31 (3) s. 1 VwVfG); missing while paused. */
  due?: Day
  /** Days from today to `due`; negative when over. */
  daysLeft?: number
  /** Whole days for which the clock has stood. */
  pausedDays: number
}

/**
 * A clock of law or of service for an application, with the time in which the authority waits for the
 * applicant taken out. Whether a period may be stopped at all is for the law of the service to say: the
 * six weeks of § 19 (3) SächsNatSchG may not, the three months of § 42a (2) VwVfG begin with complete documents.
 *
 * The day of each event does not count for what it starts (§ 187 (1) BGB): asked on the 10th and answered
 * on the 15th, the clock stood from the 11th to the 15th, five days.
 *
 * @example
 * clock({ start: '2026-11-02', length: { days: 14 }, place: 'ST', today: '2026-11-16',
 *   pauses: [{ from: '2026-11-10', to: '2026-11-15' }] })
 * // { state: 'running', nominal: '2026-11-21', due: '2026-11-23', daysLeft: 7, pausedDays: 5 }
 */
export function clock({ start, length, pauses = [], place, today }: ClockInput): Clock {
  let nominal =
    'workingDays' in length ? addWorkingDays(start, length.workingDays, place) : nominalEnd(start, length)
  let pausedDays = 0
  let stoodUntil = start
  for (const pause of inOrder(pauses)) {
    if (pause.to !== undefined && pause.to < pause.from)
      throw new RangeError('a pause cannot end before it begins')
    // What is over cannot be stopped any more.
    if (pause.from >= nominal) break
    const from = later(pause.from, stoodUntil)
    if (pause.to === undefined) {
      return { state: 'paused', pausedDays: pausedDays + Math.max(0, daysBetween(from, today)) }
    }
    if (pause.to <= from) continue
    const stood = daysBetween(from, pause.to)
    pausedDays += stood
    stoodUntil = pause.to
    nominal =
      'workingDays' in length
        ? workingDaysLater(nominal, from, { to: pause.to, place })
        : addDays(nominal, stood)
  }
  const due = workingDayFrom(nominal, place)
  return {
    state: today > due ? 'over' : 'running',
    nominal,
    due,
    daysLeft: daysBetween(today, due),
    pausedDays,
  }
}

function inOrder(pauses: readonly Pause[]): Pause[] {
  return [...pauses].sort((a, b) => a.from.localeCompare(b.from))
}

/** A clock of working days moves by the working days it stood. */
function workingDaysLater(nominal: Day, from: Day, { to, place }: { to: Day; place: Place }): Day {
  let stood = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (workingDayFrom(day, place) === day) stood += 1
  }
  return addWorkingDays(nominal, stood, place)
}
