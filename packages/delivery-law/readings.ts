import type { Day } from './days.ts'
import type { Place } from './holidays.ts'
import type { Notification, ProceduralLaw, Reading } from './model.ts'
import { workingDayFrom } from './working-days.ts'

/**
 * Whether a fictitious day of notification moves off a weekend or holiday. The courts part ways:
 * tax courts say yes, administrative and social courts no; both decided on post, under the three-day
 * wording that held until 2024. Where none has decided, the other reading stays arguable.
 */
const weekend = {
  vwvfg: {
    stays: '§ 41 Abs. 2 VwVfG; OVG Niedersachsen, Beschluss vom 26.10.2006 – 7 PA 184/06',
    moves:
      '§ 31 Abs. 3 Satz 1 VwVfG entsprechend; zum gleich lautenden § 122 Abs. 2 AO: BFH, Urteil vom 14.10.2003 – IX R 68/98',
  },
  ao: {
    stays:
      '§ 122 Abs. 2 AO dem Wortlaut nach; zum gleich lautenden § 37 Abs. 2 SGB X: BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R',
    moves:
      '§ 108 Abs. 3 AO; BFH, Urteil vom 14.10.2003 – IX R 68/98; BFH, Beschluss vom 05.05.2014 – III B 85/13',
  },
} as const

/** The day as written, and where it is not a working day the reading that moves it. */
export function fictionReadings(law: 'vwvfg' | 'ao', day: Day, place: Place): Reading[] {
  const moved = workingDayFrom(day, place)
  const source = weekend[law]
  if (moved === day) return [asWritten(day, source.stays)]
  // Only the tax courts' reading is settled case law in favour of moving.
  const movesPrevail = law === 'ao'
  return [
    { ...asWritten(day, source.stays), standing: movesPrevail ? 'arguable' : 'prevailing' },
    {
      key: 'next-working-day',
      date: moved,
      standing: movesPrevail ? 'prevailing' : 'arguable',
      source: source.moves,
    },
  ]
}

/** Where no court is known to have decided: the wording prevails, moving stays arguable. */
export function undecidedReadings(day: Day, place: Place, { wording, analogy }: Sources): Reading[] {
  const moved = workingDayFrom(day, place)
  const first = asWritten(day, wording)
  if (moved === day) return [first]
  return [first, { key: 'next-working-day', date: moved, standing: 'arguable', source: analogy }]
}

interface Sources {
  wording: string
  analogy: string
}

export function asWritten(date: Day, source: string): Reading {
  return { key: 'as-written', date, standing: 'prevailing', source }
}

/** The rule on the end of periods, law by law. */
export const weekendRule: Record<ProceduralLaw, string> = {
  vwvfg: '§ 31 Abs. 3 Satz 1 VwVfG',
  ao: '§ 108 Abs. 3 AO',
  sgbx: '§ 26 Abs. 3 Satz 1 SGB X',
}

/** Sums readings up: prevailing date, earliest for residents, latest for the authority. */
export function outcome(cite: string, readings: readonly Reading[], today: Day): Notification {
  const dates = readings.map(reading => reading.date).sort()
  const prevailing = readings.find(reading => reading.standing === 'prevailing')
  const earliest = dates[0]
  const latest = dates.at(-1)
  if (!earliest || !latest || !prevailing) throw new Error(`no prevailing reading of ${cite}`)
  return {
    status: today >= earliest ? 'notified' : 'pending',
    date: prevailing.date,
    earliest,
    latest,
    cite,
    readings,
  }
}
