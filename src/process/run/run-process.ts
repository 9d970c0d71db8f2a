import { dueAt, type TownCalendar } from '../due-at.ts'
import type { Fact } from '../fact.ts'
import type { ProcessModel } from '../model.ts'
import { CaseRun } from './case-run.ts'
import type { Effect, OpenTask, ProcessState, Timer, Wait } from './state.ts'
import type { Activation } from './token.ts'
import { Variables } from './variables.ts'

/**
 * Variables from outside the case, such as the town's parameters: what may change while the case runs belongs
 * into a fact, for the context of today holds for the whole replay. Two names have a meaning of their own:
 * `holidays` (`YYYY-MM-DD`, days off) and `timeZone` (default `Europe/Berlin`) set the calendar.
 */
export interface ProcessContext extends Record<string, unknown> {
  readonly holidays?: readonly string[] | undefined
  readonly timeZone?: string | undefined
}

/**
 * Replays a case: the same model, facts and context give the same state, at any time and on any machine.
 * `now` only tells what is overdue (and when a case without facts begins). Facts that move nothing stay
 * visible in `trace` with their reason and throw never, for what is on record has happened.
 *
 * ```ts
 * const state = runProcess(model, facts, now, { holidays })
 * state.tasks // [{ id: 'check:1', name: 'Antrag prüfen', role: 'clerk', outcomes: ['nachfordern', …] }]
 * ```
 */
// One more parameter than elsewhere: model, facts, clock and context are the four things a state depends on.
// oxlint-disable-next-line eslint/max-params
export function runProcess(
  model: ProcessModel,
  facts: readonly Fact[],
  now: Date,
  context: ProcessContext,
): ProcessState {
  const calendar = calendarOf(context)
  const run = new CaseRun(model, new Variables(context, calendar.timeZone))
  const ordered = inOrder(facts)
  const [first] = ordered
  run.begin(first?.at ?? now.toISOString(), first)
  for (const fact of ordered) run.apply(fact)
  return project(run, now, calendar)
}

function calendarOf(context: ProcessContext): TownCalendar {
  return { holidays: new Set(context.holidays), timeZone: context.timeZone ?? 'Europe/Berlin' }
}

function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const sorted = facts.every((fact, index) => index === 0 || (facts[index - 1]?.seq ?? 0) <= fact.seq)
  return sorted ? facts : facts.toSorted((a, b) => a.seq - b.seq)
}

function project(run: CaseRun, now: Date, calendar: TownCalendar): ProcessState {
  const all = [...run.machine.marking.activations.values()]
  const open = all.filter(activation => !activation.stuck)
  return {
    tasks: open.filter(({ node }) => node.kind === 'task').map(each => taskOf(run, each, { now, calendar })),
    waits: open.flatMap(waitOf),
    timers: open.flatMap(each => timerOf(each, { now, calendar })),
    effects: open.flatMap(effectOf),
    pauses: [...run.pauses.values()],
    stuck: all
      .filter(activation => activation.stuck)
      .map(({ id, node, since }) => ({ id, node: node.id, since })),
    ended: run.machine.ended,
    variables: run.variables.values,
    trace: run.trace,
  }
}

interface Clock {
  readonly now: Date
  readonly calendar: TownCalendar
}

function taskOf(run: CaseRun, { id, node, since }: Activation, { now, calendar }: Clock): OpenTask {
  const due = node.due && dueAt(node.due, since, calendar)
  return {
    id,
    node: node.id,
    name: node.name,
    role: node.role ?? '',
    since,
    dueAt: due,
    overdue: due !== undefined && isPast(due, now),
    outcomes: node.outcomes,
    excluded: run.excluded(node),
  }
}

function waitOf({ id, node, since, host, listens }: Activation): Wait[] {
  if (node.message === undefined) return []
  return [
    { id, node: node.id, message: node.message, since, anytime: host !== undefined || listens === true },
  ]
}

function timerOf({ id, node, since }: Activation, { now, calendar }: Clock): Timer[] {
  if (!node.timer) return []
  const due = dueAt(node.timer, since, calendar)
  return [{ id, node: node.id, dueAt: due, due: isPast(due, now) }]
}

function effectOf({ id, node, since, carry }: Activation): Effect[] {
  return node.kind === 'effect'
    ? [{ id, node: node.id, name: node.effect ?? '', data: carry.data, since }]
    : []
}

function isPast(instant: string, now: Date): boolean {
  return Date.parse(instant) <= now.getTime()
}
