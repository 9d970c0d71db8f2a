import type { ProcessModel, ProcessState } from '#process/index.ts'
import type { Phase } from '../model.ts'
import { type CaseFact, lastFact } from '../record/fact.ts'
import { processMessages } from './vocabulary.ts'

/** The one word for where a case stands; the first rule that holds. */
export function phaseOf(model: ProcessModel, state: ProcessState, facts: readonly CaseFact[]): Phase {
  // A withdrawn application is over for everybody; only the portal still tidies up.
  if (state.ended || lastFact(facts, 'withdrawn')) return 'closed'
  const open = [...state.tasks, ...state.effects, ...state.waits.filter(wait => !wait.anytime)].flatMap(
    ({ node }) => model.nodes.get(node) ?? [],
  )
  const isDelivering =
    lastFact(facts, 'notice.provided') !== undefined ||
    open.some(node => node.effect === 'provide-notice' || node.message === processMessages.retrieved)
  if (isDelivering) return 'delivering'
  if (open.some(node => node.decides.length > 0)) return 'deciding'
  if (open.some(node => node.notBy !== undefined)) return 'cosigning'
  if (open.some(node => node.pausesClock || node.effect === 'request-information')) return 'waiting'
  return 'checking'
}
