import type { StaffId } from '#core/ids.ts'
import type { State } from '#packages/delivery-law/index.ts'
import { dueAt, type Fact, type ProcessModel, type ProcessState, runProcess } from '#process/index.ts'
import type { CaseTimer, Phase, StatutoryClock } from '../model.ts'
import { type CaseFact, lastFact, submission } from '../record/fact.ts'
import { phaseOf } from './phase.ts'
import { statutoryClock } from './statutory-clock.ts'
import { daysOff, lastDayBefore, townCalendar } from './town-calendar.ts'
import { processMessages } from './vocabulary.ts'

/** What the facts of a case amount to. The tables case_tasks, case_timers and cases.phase … hold nothing else. */
export interface Projection {
  readonly process: ProcessState
  readonly phase: Phase
  readonly assignee: StaffId | undefined
  readonly dueOn: string | undefined
  readonly clock: StatutoryClock | undefined
  readonly timers: readonly CaseTimer[]
  readonly nodeNames: ReadonlyMap<string, string>
}

/**
 * Replays a case. The same model and facts give the same projection at any time: `now` only tells what is overdue
 * and how many days are left.
 *
 * @example const { phase, process } = projectCase(model, facts, clock.now())
 */
export function projectCase(model: ProcessModel, facts: readonly CaseFact[], now: Date): Projection {
  const first = submission(facts)
  const days = daysOff(first.data.state as State, first.at, facts.at(-1)!.at)
  const process = runProcess(model, facts.map(toProcessFact), now, { holidays: days })
  const clock = statutoryClock({ ...first.data, at: first.at }, process.pauses, now)
  const phase = phaseOf(model, process, facts)
  return {
    process,
    phase,
    clock,
    assignee: assigneeOf(facts),
    dueOn: phase === 'closed' ? undefined : earliestDue(process, phase === 'delivering' ? undefined : clock),
    nodeNames: new Map([...model.nodes.values()].map(node => [node.id, node.name])),
    timers: process.timers.map(timer => caseTimer(timer, { model, facts, days })),
  }
}

function toProcessFact({ seq, at, type, actor, data }: CaseFact): Fact {
  return {
    seq,
    at: at.toISOString(),
    type,
    by: actor.kind === 'staff' ? actor.id : undefined,
    data: { ...data },
  }
}

function assigneeOf(facts: readonly CaseFact[]): StaffId | undefined {
  const last = facts.findLast(fact => fact.type === 'assigned' || fact.type === 'claimed')
  if (last?.type === 'assigned') return last.data.to ?? undefined
  return last?.actor.kind === 'staff' ? last.actor.id : undefined
}

/** What the office must do first: an open task, or the decision before the clock of law runs out. */
function earliestDue(process: ProcessState, clock: StatutoryClock | undefined): string | undefined {
  const days = process.tasks.flatMap(task => (task.dueAt ? [lastDayBefore(task.dueAt)] : []))
  if (clock?.due) days.push(clock.due)
  return days.sort()[0]
}

/**
 * The ten days of § 41 Abs. 2a Satz 4 VwVfG begin with the mail "something lies ready", not with the provision:
 * where that mail went out later, the timer of the process ends later.
 */
function caseTimer(
  { id, node: at, dueAt: drawn }: ProcessState['timers'][number],
  { model, facts, days }: { model: ProcessModel; facts: readonly CaseFact[]; days: readonly string[] },
): CaseTimer {
  const node = model.nodes.get(at)
  const awaited = node?.attachedTo === undefined ? undefined : model.nodes.get(node.attachedTo)?.message
  const notified = lastFact(facts, 'notice.notified')
  if (!node?.timer || !notified || awaited !== processMessages.retrieved)
    return { id, node: at, dueAt: drawn, awaited }
  const due = dueAt(node.timer, notified.at.toISOString(), townCalendar(days))
  return { id, node: at, dueAt: due > drawn ? due : drawn, awaited }
}
