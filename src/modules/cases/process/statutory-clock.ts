import { berlinDay, clock, type State } from '#packages/delivery-law/index.ts'
import type { ProcessState } from '#process/index.ts'
import type { StatutoryClock } from '../model.ts'
import type { Submitted } from '../record/fact.ts'

/**
 * The clock of law for this application. While the applicant is asked it stands still only where the law of the
 * service lets it: the six weeks of § 19 Abs. 3 SächsNatSchG run on.
 */
export function statutoryClock(
  submitted: Submitted & { readonly at: Date },
  pauses: ProcessState['pauses'],
  now: Date,
): StatutoryClock | undefined {
  const rule = submitted.clock
  if (!rule || rule.days <= 0) return undefined
  const read = clock({
    start: berlinDay(submitted.at),
    length: { days: rule.days },
    place: submitted.state as State,
    today: berlinDay(now),
    pauses: rule.pauses
      ? pauses.map(({ since, until }) => ({
          from: berlinDay(since),
          to: until === undefined ? undefined : berlinDay(until),
        }))
      : [],
  })
  return { ...read, cite: rule.cite, onExpiry: rule.onExpiry }
}
