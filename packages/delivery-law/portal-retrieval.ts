import { addDays, berlinDay } from './days.ts'
import type { Notification, Provision } from './model.ts'
import { outcome, undecidedReadings, weekendRule } from './readings.ts'
import { workingDayFrom } from './working-days.ts'

const cite = '§ 41 Abs. 2a VwVfG'

/** § 41 (2a) s. 4 VwVfG. */
const daysToRetrieve = 10

/**
 * § 41 (2a) VwVfG: with consent, notified the day after retrieval; not retrieved within ten days after the
 * message was sent, the provision ends and nothing is notified.
 */
export function notifyByRetrieval(provision: Provision): Notification {
  const nothing = { cite, readings: [] }
  if (!provision.consent) return { status: 'lapsed', reason: 'no-consent', ...nothing }
  const today = berlinDay(provision.now)
  const window = retrievalWindow(provision)
  const retrievedOn = provision.retrieved === undefined ? undefined : berlinDay(provision.retrieved)
  if (retrievedOn && (!window || retrievedOn <= window.provisionEnds)) {
    const readings = undecidedReadings(addDays(retrievedOn, 1), provision.place, {
      wording: '§ 41 Abs. 2a Satz 3 VwVfG',
      analogy: `${weekendRule.vwvfg} entsprechend; keine Entscheidung bekannt`,
    })
    return { ...outcome(cite, readings, today), ...window }
  }
  if (!window) return { status: 'pending', reason: 'notice-missing', ...nothing }
  if (today > window.provisionEnds || retrievedOn) {
    return { status: 'lapsed', reason: 'not-retrieved', ...nothing, ...window }
  }
  return { status: 'pending', reason: 'awaiting-retrieval', ...nothing, ...window }
}

/**
 * The ten days. The day of sending does not count (§ 31 (1) VwVfG, § 187 (1) BGB); a last day that is no
 * working day moves (§ 31 (3) VwVfG). The resident is told the tenth day, the document stays to the moved one.
 */
function retrievalWindow({ noticeSent, place }: Provision) {
  if (noticeSent === undefined) return undefined
  const deadlineForRetrieval = addDays(berlinDay(noticeSent), daysToRetrieve)
  return { deadlineForRetrieval, provisionEnds: workingDayFrom(deadlineForRetrieval, place) }
}
