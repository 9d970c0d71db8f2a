import type { Language } from '#core/i18n/languages.ts'
import { type MessageKey, messages } from '../messages.ts'
import { processMessages } from '../process/vocabulary.ts'
import type { CaseFact } from '../record/fact.ts'
import type { Told } from './model.ts'

interface Line {
  readonly key: MessageKey
  readonly detail?: string | undefined
}

/** The plain sentence for a fact, or nothing: notes, checks and drafts of decisions are the office's own business. */
export function residentLine(told: Told, fact: CaseFact, language: Language) {
  const line = lineOf(told, fact)
  if (!line) return undefined
  const title = messages.in(language)(line.key, { authority: told.authority })
  return { title, detail: line.detail }
}

function lineOf(told: Told, fact: CaseFact): Line | undefined {
  switch (fact.type) {
    case 'submitted':
      return { key: 'resident.submitted' }
    case 'claimed':
    case 'assigned':
      return isFirstTaking(told, fact) ? { key: 'resident.taken' } : undefined
    case 'information.requested':
      return { key: 'resident.requested', detail: fact.data.text }
    case 'information.answered':
      return { key: 'resident.answered', detail: fact.data.text || undefined }
    case 'effect.done':
      return fact.data.name === 'remind-applicant' ? { key: 'resident.reminded' } : undefined
    case 'notice.provided':
      return { key: fact.data.channel === 'portal' ? 'resident.provided' : 'resident.provided_post' }
    case 'notice.retrieved':
      return { key: 'resident.retrieved' }
    case 'timer.fired':
      return fact.data.awaited === processMessages.retrieved ? { key: 'resident.not_retrieved' } : undefined
    case 'notice.posted':
      return { key: 'resident.posted' }
    case 'withdrawn':
      return { key: 'resident.withdrawn' }
    case 'closed':
      return { key: 'resident.closed' }
    default:
      return undefined
  }
}

/** Whoever has the case: the resident hears once that someone took it up. */
function isFirstTaking({ state }: Told, fact: CaseFact): boolean {
  const first = state.facts.find(
    other => other.type === 'claimed' || (other.type === 'assigned' && other.data.to !== null),
  )
  return first?.seq === fact.seq
}
