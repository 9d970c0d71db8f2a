import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import { type DeskCaseView, processOutcomes, readCase } from '#modules/cases/index.ts'
import {
  type Decision,
  findDecision,
  type LoadedMatter,
  loadMatter,
  proposeDecision,
  type StoredDecision,
} from '#modules/decisions/index.ts'
import type { DeskServices } from '../services.ts'

/** A case while its decision is being made. */
export interface Deciding {
  readonly view: DeskCaseView
  readonly loaded: LoadedMatter
  /** What this person goes on from: the draft for this outcome, else what the package proposes. */
  readonly decision: Decision
  readonly stored: StoredDecision | undefined
}

/** Whether the case waits for its decision now. */
export function isDecidable({ state }: Pick<DeskCaseView, 'state'>): boolean {
  return state.process.tasks.some(task => task.outcomes.includes(processOutcomes.decided))
}

/** @throws NotFound for a foreign case, and for an outcome that the service does not know */
export async function readDeciding(
  services: DeskServices,
  scope: Scope,
  key: { case: CaseId; outcome: string },
): Promise<Deciding> {
  const view = await readCase(services, scope, key.case)
  const loaded = await loadMatter(services, scope, key.case)
  if (!loaded.matter.package.service.outcomes.some(one => one.id === key.outcome))
    throw new NotFound('outcome')
  const stored = await findDecision(services, scope, key.case)
  const isOfOutcome = stored?.decision.outcome === key.outcome
  const decision = isOfOutcome ? stored.decision : proposeDecision(loaded.matter, key.outcome)
  return { view, loaded, decision, stored: isOfOutcome ? stored : undefined }
}
