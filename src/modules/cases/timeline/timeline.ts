import type { Language } from '#core/i18n/languages.ts'
import { messages } from '../messages.ts'
import type { CaseFact } from '../record/fact.ts'
import type { Audience, TimelineEntry, Told } from './model.ts'
import { residentLine } from './resident-entries.ts'
import { nameOf, staffLine } from './staff-entries.ts'

/**
 * What happened, oldest first, in plain words. Residents see what concerns them and the authority as the one who
 * acts; staff see everything, with names.
 *
 * @example timeline(view, 'resident', 'de')[0]  // { title: 'Ihr Antrag ist angekommen', at, … }
 */
export function timeline(told: Told, audience: Audience, language: Language): TimelineEntry[] {
  const entries = told.state.facts.flatMap((fact): TimelineEntry[] => {
    const line =
      audience === 'resident' ? residentLine(told, fact, language) : staffLine(told, fact, language)
    return line ? [{ ...line, at: fact.at, seq: fact.seq, actor: actorOf(told, fact, audience) }] : []
  })
  return audience === 'staff' ? withChecks(told, entries, language) : entries
}

function actorOf(told: Told, { actor }: CaseFact, audience: Audience): TimelineEntry['actor'] {
  if (actor.kind === 'applicant')
    return { kind: 'applicant', name: audience === 'staff' ? told.state.applicant : undefined }
  if (audience === 'resident') return { kind: actor.kind, name: told.authority }
  return actor.kind === 'staff' ? { kind: 'staff', name: nameOf(told, actor.id) } : { kind: 'system' }
}

/** Checks are recorded a page at a time: one line for all that one person recorded in one go. */
function withChecks(told: Told, entries: TimelineEntry[], language: Language): TimelineEntry[] {
  const groups = new Map<string, CaseFact[]>()
  for (const fact of told.state.facts) {
    if (fact.type !== 'check.recorded') continue
    const who = fact.actor.kind === 'staff' ? fact.actor.id : ''
    const key = `${fact.at.getTime()} ${who}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  const t = messages.in(language)
  const lines = [...groups.values()].map((facts): TimelineEntry => {
    const last = facts.at(-1)!
    const actor = actorOf(told, last, 'staff')
    const title = t('staff.checked', { n: facts.length, name: actor.name ?? '' })
    return { at: last.at, seq: last.seq, title, actor }
  })
  return [...entries, ...lines].sort((left, right) => left.seq - right.seq)
}
