import type { Language } from '#core/i18n/languages.ts'
import type { StaffId } from '#core/ids.ts'
import { type MessageKey, messages } from '../messages.ts'
import { processMessages } from '../process/vocabulary.ts'
import type { CaseFact } from '../record/fact.ts'
import type { Told } from './model.ts'

type Values = Readonly<Record<string, string>>
type Line = readonly [key: MessageKey, values?: Values, detail?: string | undefined]

/** A fact as the office reads it, with names; nothing for what another line tells already. */
export function staffLine(told: Told, fact: CaseFact, language: Language) {
  const line = lineOf(told, fact, language)
  if (!line) return undefined
  const [key, values, detail] = line
  const name = fact.actor.kind === 'staff' ? nameOf(told, fact.actor.id) : ''
  return { title: messages.in(language)(key, { name, ...values }), detail }
}

export function nameOf({ names }: Told, id: StaffId | null): string {
  return (id && names.get(id)) ?? '?'
}

function lineOf(told: Told, fact: CaseFact, language: Language): Line | undefined {
  switch (fact.type) {
    case 'submitted':
      return ['staff.submitted']
    case 'claimed':
      return ['staff.claimed']
    case 'assigned':
      return fact.data.to ? ['staff.assigned', { to: nameOf(told, fact.data.to) }] : ['staff.released']
    case 'note.added':
      return ['staff.note', {}, fact.data.text]
    case 'information.requested':
      return ['staff.requested', {}, fact.data.text]
    case 'information.answered':
      return ['staff.answered', {}, fact.data.text || undefined]
    case 'task.completed':
      return taskLine(told, fact)
    case 'timer.fired':
      return fact.data.awaited === processMessages.retrieved ? ['staff.not_retrieved'] : undefined
    case 'effect.done':
      return fact.data.name === 'remind-applicant' ? ['staff.reminded'] : undefined
    case 'withdrawn':
      return ['staff.withdrawn', {}, fact.data.reason]
    case 'closed':
      return ['staff.closed']
    default:
      return decisionLine(told, fact, language)
  }
}

function decisionLine(told: Told, fact: CaseFact, language: Language): Line | undefined {
  switch (fact.type) {
    case 'decision.drafted':
      return ['staff.decided', { outcome: told.outcomes[fact.data.outcome]?.[language] ?? fact.data.outcome }]
    case 'decision.returned':
      return ['staff.returned', {}, fact.data.reason]
    case 'decision.cosigned':
      return ['staff.cosigned']
    case 'notice.provided':
      return [fact.data.channel === 'portal' ? 'staff.provided' : 'staff.provided_post']
    case 'notice.notified':
      return ['staff.notified']
    case 'notice.retrieved':
      return ['staff.retrieved']
    case 'notice.posted':
      return ['staff.posted']
    default:
      return undefined
  }
}

/** A task that came together with a fact of its own (question, decision, posting) is told by that one. */
function taskLine({ state }: Told, fact: CaseFact<'task.completed'>): Line | undefined {
  const before = state.facts[fact.seq - 2]
  const own = [
    'information.requested',
    'decision.drafted',
    'decision.returned',
    'decision.cosigned',
    'notice.posted',
  ]
  if (before && own.includes(before.type) && before.at.getTime() === fact.at.getTime()) return undefined
  const node = fact.data.task.replace(/:\d+$/, '')
  return ['staff.task', { task: state.nodeNames.get(node) ?? node, outcome: fact.data.outcome ?? '' }]
}
