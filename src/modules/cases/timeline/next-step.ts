import type { Language } from '#core/i18n/languages.ts'
import { notification, type State } from '#packages/delivery-law/index.ts'
import { type MessageKey, messages } from '../messages.ts'
import type { CaseState } from '../model.ts'
import { lastDayBefore } from '../process/town-calendar.ts'
import { processMessages } from '../process/vocabulary.ts'
import { lastFact, submission } from '../record/fact.ts'
import type { NextStep, Told } from './model.ts'

type Step = Omit<NextStep, 'title'> & { readonly key: MessageKey }

/** Who acts next and until when, for the resident. @example nextStep(view, new Date(), 'de').title */
export function nextStep(told: Told, now: Date, language: Language): NextStep {
  const { key, ...step } = stepOf(told.state, now)
  return { ...step, title: messages.in(language)(key, { authority: told.authority }) }
}

function stepOf(state: CaseState, now: Date): Step {
  switch (state.phase) {
    case 'checking':
      return { key: 'next.checking', actor: 'office', ...officeDay(state) }
    case 'waiting':
      return waitingStep(state)
    case 'deciding':
    case 'cosigning':
      return { key: 'next.deciding', actor: 'office', ...officeDay(state) }
    case 'delivering':
      return deliveringStep(state, now)
    case 'closed':
      return { key: lastFact(state.facts, 'withdrawn') ? 'next.withdrawn' : 'next.closed', actor: 'nobody' }
  }
}

/** The period of law where there is one, else the day the office has set itself. */
function officeDay({ clock, dueOn }: CaseState): Pick<NextStep, 'until' | 'untilBy'> {
  if (clock?.due) return { until: clock.due, untilBy: 'law' }
  return dueOn ? { until: dueOn, untilBy: 'plan' } : {}
}

function waitingStep(state: CaseState): Step {
  const timer = state.timers.find(({ awaited }) => awaited === processMessages.answered)
  return {
    key: 'next.waiting',
    actor: 'resident',
    detail: lastFact(state.facts, 'information.requested')?.data.text,
    ...(timer && { until: lastDayBefore(timer.dueAt), untilBy: 'plan' }),
  }
}

function deliveringStep(state: CaseState, now: Date): Step {
  const isAwaited = state.process.waits.some(wait => wait.message === processMessages.retrieved)
  if (isAwaited) return { key: 'next.retrieve', actor: 'resident', ...retrievalDay(state, now) }
  const isPaper = state.process.tasks.length > 0
  return { key: isPaper ? 'next.post' : 'next.providing', actor: 'office', ...(isPaper && officeDay(state)) }
}

/** The tenth day as the law words it, although the document stays ready to the next working day. */
function retrievalDay(state: CaseState, now: Date): Pick<NextStep, 'until' | 'untilBy'> {
  const { law, state: land } = submission(state.facts).data
  const provided = lastFact(state.facts, 'notice.provided')?.at
  if (!provided) return {}
  const { deadlineForRetrieval } = notification({
    law,
    channel: 'portal',
    place: land as State,
    consent: true,
    now,
    provided,
    noticeSent: lastFact(state.facts, 'notice.notified')?.at,
  })
  return deadlineForRetrieval ? { until: deadlineForRetrieval, untilBy: 'law' } : {}
}
