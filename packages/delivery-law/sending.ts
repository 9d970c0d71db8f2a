import { addDays, addMonths, berlinDay, type Day, later } from './days.ts'
import type { Place } from './holidays.ts'
import type { Notification, Reading, Sending } from './model.ts'
import { asWritten, fictionReadings, outcome } from './readings.ts'

/** The fourth day holds since then (Postrechtsmodernisierungsgesetz, BGBl. 2024 I Nr. 236, Art. 2). */
const fourthDaySince: Day = '2025-01-01'

/**
 * Länder whose act is known to refer to the federal VwVfG as it stands (§ 1 (1) VwVfG LSA, § 1 SächsVwVfZG),
 * so that the fourth day holds there. For all others it was not confirmed that the Land's own text has
 * followed, and the third day stays the earliest arguable one.
 */
const followsFederalText = new Set<string>(['ST', 'SN'])

/** Letters and e-mails: § 41 (2) VwVfG, § 122 (2), (2a) AO, § 37 (2) SGB X. */
export function notifyBySending(delivery: Sending): Notification {
  const sentOn = berlinDay(delivery.sent)
  if (sentOn < fourthDaySince) throw new RangeError(`sent ${sentOn}: the law before 2025 is not covered`)
  const cite = citeOf(delivery)
  // § 41 (2) s. 3 VwVfG and its like: in doubt the authority has to prove arrival and its time.
  if (delivery.arrived === 'never') return { status: 'lapsed', reason: 'not-arrived', cite, readings: [] }
  const arrivedOn = delivery.arrived === undefined ? undefined : berlinDay(delivery.arrived)
  const today = berlinDay(delivery.now)
  // VwVfG and SGB X know the fiction for post only within Germany.
  if (delivery.channel === 'post' && delivery.abroad && delivery.law !== 'ao') {
    if (!arrivedOn) return { status: 'pending', reason: 'arrival-unknown', cite, readings: [] }
    return outcome(cite, [arrival(arrivedOn, cite)], today)
  }
  const readings = sendingReadings(delivery, sentOn).map(reading =>
    arrivedOn && arrivedOn > reading.date ? { ...reading, date: later(arrivedOn, reading.date) } : reading,
  )
  // A letter that came later than every reading notifies on the day it came.
  if (arrivedOn && readings.every(reading => reading.date === arrivedOn)) {
    return outcome(cite, [arrival(arrivedOn, cite)], today)
  }
  return outcome(cite, readings, today)
}

function sendingReadings(delivery: Sending, sentOn: Day): Reading[] {
  const { law, place } = delivery
  const fourth = addDays(sentOn, 4)
  if (law === 'sgbx') {
    // Settled by the Federal Social Court; administrative courts follow (Niedersachsen, 4 LA 44/10).
    const source = '§ 37 Abs. 2 SGB X; BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R'
    return [asWritten(fourth, source)]
  }
  // § 122 (2) no. 2 AO: one month after posting.
  if (law === 'ao') {
    const abroad = delivery.channel === 'post' && delivery.abroad
    return fictionReadings('ao', abroad ? addMonths(sentOn, 1) : fourth, place)
  }
  const readings = fictionReadings('vwvfg', fourth, place)
  if (followsFederalText.has(stateOf(place))) return readings
  const source = `Verwaltungsverfahrensgesetz des Landes (${stateOf(place)}): Übernahme des vierten Tages nicht bestätigt`
  return [...readings, { key: 'third-day', date: addDays(sentOn, 3), standing: 'arguable', source }]
}

function arrival(date: Day, source: string): Reading {
  return { key: 'arrival', date, standing: 'prevailing', source }
}

function stateOf(place: Place): string {
  return typeof place === 'string' ? place : place.state
}

function citeOf({ law, channel, abroad }: Sending): string {
  if (law === 'ao') {
    if (channel === 'email') return '§ 122 Abs. 2a AO'
    return abroad ? '§ 122 Abs. 2 Nr. 2 AO' : '§ 122 Abs. 2 Nr. 1 AO'
  }
  const paragraph = law === 'sgbx' ? '§ 37 Abs. 2' : '§ 41 Abs. 2'
  const act = law === 'sgbx' ? 'SGB X' : 'VwVfG'
  if (channel === 'email') return `${paragraph} Satz 2 ${act}`
  return abroad ? `${paragraph} ${act} (keine Fiktion bei Post in das Ausland)` : `${paragraph} Satz 1 ${act}`
}
