import { addDays, berlinDay, type Day } from './days.ts'
import type { Notification, Provision, Reading } from './model.ts'
import { fictionReadings, outcome, undecidedReadings, weekendRule } from './readings.ts'

/**
 * § 9 (1) OZG and § 122a AO: notified on the fourth day after the document was provided, retrieved or not.
 * The person has to be told no later than on the day of provision; if she was told later, or not yet, the
 * law does not say what follows, and the authority must not count against her.
 */
export function notifyByProvision(provision: Provision, law: 'ozg' | 'ao'): Notification {
  const cite = law === 'ozg' ? '§ 9 Abs. 1 Satz 4 OZG' : citeAo(provision)
  // § 9 (1) s. 2 OZG: excluded by the user. § 122a (2) AO: postal delivery was asked for.
  if (!provision.consent) return { status: 'lapsed', reason: 'no-consent', cite, readings: [] }
  const providedOn = berlinDay(provision.provided)
  const today = berlinDay(provision.now)
  const readings = [...fourthDay(law, providedOn, provision), ...earlyRetrieval(law, providedOn, provision)]
  if (provision.noticeSent === undefined) {
    const { latest: _open, ...known } = outcome(cite, readings, today)
    return { ...known, reason: 'notice-missing' }
  }
  const toldOn = berlinDay(provision.noticeSent)
  if (toldOn <= providedOn) return outcome(cite, readings, today)
  const duty = law === 'ozg' ? '§ 9 Abs. 1 Satz 6 OZG' : '§ 122a Abs. 1 Satz 3 AO'
  const source = `${duty}: Benachrichtigung nach dem Tag der Bereitstellung, Folge nicht geregelt`
  const late = fourthDay(law, toldOn, provision)
    .slice(-1)
    .map((reading): Reading => ({ ...reading, key: 'from-notice', standing: 'arguable', source }))
  return outcome(cite, [...readings, ...late], today)
}

function fourthDay(law: 'ozg' | 'ao', from: Day, { place }: Provision): Reading[] {
  const fourth = addDays(from, 4)
  if (law === 'ao') return fictionReadings('ao', fourth, place)
  return undecidedReadings(fourth, place, {
    wording: '§ 9 Abs. 1 Satz 4 OZG',
    analogy: `${weekendRule.vwvfg} entsprechend; keine Entscheidung bekannt`,
  })
}

/**
 * § 9 (1) s. 1 OZG lets the retrieval itself notify, and s. 7 lets the first retrieval stay decisive before a
 * renewed notification: so a document fetched before the fourth day may be read as notified that day.
 */
function earlyRetrieval(law: 'ozg' | 'ao', providedOn: Day, { retrieved }: Provision): Reading[] {
  if (law === 'ao' || retrieved === undefined) return []
  const date = berlinDay(retrieved)
  if (date >= addDays(providedOn, 4)) return []
  return [{ key: 'retrieval', date, standing: 'arguable', source: '§ 9 Abs. 1 Satz 1, 7 OZG' }]
}

function citeAo({ channel }: Provision): string {
  return channel === 'account-mailbox' ? '§ 122a Abs. 4, 5 AO' : '§ 122a Abs. 4 AO'
}
