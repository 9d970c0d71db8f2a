import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import type { InTransaction } from '#core/services.ts'
import { type CaseRow, lockCaseRow } from './case-store.ts'
import { CaseConflict, type ConflictReason } from './errors.ts'
import { replayRow, stateOf } from './load-case.ts'
import type { CaseState } from './model.ts'
import { modelByHash } from './process/models.ts'
import { orderEffects } from './process/order-effects.ts'
import { projectCase } from './process/project-case.ts'
import { writeProjection } from './process/projection-store.ts'
import type { NewFact } from './record/fact.ts'
import { insertFacts } from './record/fact-store.ts'
import { sealFacts } from './record/seal-facts.ts'
import type { CaseServices } from './services.ts'

export interface CaseChange {
  readonly case: CaseId
  /** Version the page showed; left out by jobs and by the applicant, who answer whatever the state is now. */
  readonly version?: number | undefined
  /** What happened; as a function it is asked under the lock and may refuse by throwing. Nothing: nothing changes. */
  readonly facts: readonly NewFact[] | ((state: CaseState) => readonly NewFact[])
}

/**
 * The one guarded door to a case: locks it, appends facts, replays the process, projects tasks, timers, phase and
 * due date, and orders what the portal has to do next; all in the caller's transaction. It asks for no rights.
 *
 * @example
 * await changeCase({ services, db }, scope, { case: id, version, facts: [{ type: 'claimed', data: {} }] })
 * @throws NotFound for an unknown case, CaseConflict when somebody else was faster
 */
export async function changeCase(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  change: CaseChange,
): Promise<CaseState> {
  const row = await lockCaseRow(db, scope, change.case)
  if (!row) throw new NotFound('case')
  return changeLocked({ services, db }, scope, { ...change, row })
}

/** As `changeCase` for a row that this transaction holds already. */
export async function changeLocked(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  change: CaseChange & { readonly row: CaseRow },
): Promise<CaseState> {
  const { row } = change
  if (change.version !== undefined && change.version !== row.version) throw new CaseConflict('changed')
  const before = await replayRow(services, db, { scope, row })
  const told = typeof change.facts === 'function' ? change.facts(before) : change.facts
  if (told.length === 0) return before
  const after = await append({ services, db }, scope, { before, row, told })
  checkMoved(after, before.version)
  await orderEffects(db, scope, { case: after.id, process: after.process, after: before.version })
  return after
}

async function append(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  { before, row, told }: { before: CaseState; row: CaseRow; told: readonly NewFact[] },
): Promise<CaseState> {
  const keys = await services.keyring.of(scope.tenant!)
  const sealed = sealFacts(keys, scope, { case: before.id, after: before.version, facts: told })
  await insertFacts(db, scope, { case: before.id, facts: sealed.rows })
  const facts = [...before.facts, ...sealed.facts]
  const projection = projectCase(await modelByHash(db, row.process_hash), facts, scope.now)
  const version = facts.at(-1)!.seq
  await writeProjection(db, scope, { case: before.id, projection, version, changedAt: scope.now })
  return stateOf(before, facts, projection)
}

const refusals: Readonly<Record<string, ConflictReason>> = {
  'not-open': 'task-done',
  ended: 'closed',
  'same-person': 'same-person',
}

/** A task that was completed by somebody else meanwhile must not pass unseen; other late facts stay on record. */
function checkMoved(after: CaseState, version: number): void {
  for (const { seq, step, reason } of after.process.trace) {
    if (seq <= version || step !== 'ignored' || !reason) continue
    if (after.facts[seq - 1]?.type !== 'task.completed') continue
    const refusal = refusals[reason]
    if (!refusal) throw new Error(`case ${after.id}: task.completed is ${reason}`)
    throw new CaseConflict(refusal)
  }
}
