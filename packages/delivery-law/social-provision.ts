import { addDays, berlinDay } from './days.ts'
import type { Notification, Provision, Reading } from './model.ts'
import { notifyByProvision } from './provision-fiction.ts'
import { outcome, undecidedReadings, weekendRule } from './readings.ts'

const cite = '§ 37 Abs. 2a SGB X'

/**
 * § 37 (2a) SGB X: with consent, notified on the fourth day after the *message* about the provision was
 * sent. If its arrival is disputed and unproven, the day of retrieval itself counts.
 */
export function notifySocial(provision: Provision): Notification {
  const mailbox = provision.channel === 'account-mailbox'
  // § 37 (2b) SGB X sends only Elterngeld to § 9 OZG.
  if (mailbox && provision.parentalAllowance) {
    return { ...notifyByProvision(provision, 'ozg'), cite: '§ 37 Abs. 2b SGB X, § 9 Abs. 1 Satz 4 OZG' }
  }
  const nothing = { cite, readings: [] }
  if (!provision.consent) return { status: 'lapsed', reason: 'no-consent', ...nothing }
  const today = berlinDay(provision.now)
  if (provision.noticeDisputed) {
    if (provision.retrieved === undefined) {
      return { status: 'pending', reason: 'awaiting-retrieval', ...nothing }
    }
    const date = berlinDay(provision.retrieved)
    const source = '§ 37 Abs. 2a Satz 6, 7 SGB X'
    return outcome(cite, [{ key: 'retrieval', date, standing: 'prevailing', source }], today)
  }
  if (provision.noticeSent === undefined) return { status: 'pending', reason: 'notice-missing', ...nothing }
  const readings = undecidedReadings(addDays(berlinDay(provision.noticeSent), 4), provision.place, {
    wording: '§ 37 Abs. 2a Satz 4 SGB X; zu Abs. 2: BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R',
    analogy: `${weekendRule.sgbx} entsprechend; zu Abs. 2a keine Entscheidung bekannt`,
  })
  return outcome(cite, mailbox ? [...readings, ozgReading(provision)] : readings, today)
}

/** Paragraph 2b speaks against it, but nothing says outright that § 9 OZG stands back elsewhere. */
function ozgReading({ provided }: Provision): Reading {
  const date = addDays(berlinDay(provided), 4)
  return {
    key: 'other-law',
    date,
    standing: 'arguable',
    source: '§ 9 Abs. 1 Satz 4 OZG; dagegen § 37 Abs. 2b SGB X',
  }
}
