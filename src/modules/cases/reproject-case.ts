import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import type { InTransaction } from '#core/services.ts'
import { lockCaseRow } from './case-store.ts'
import { replayRow } from './load-case.ts'
import { modelByHash } from './process/models.ts'
import { projectCase } from './process/project-case.ts'
import { writeProjection } from './process/projection-store.ts'
import type { CaseServices } from './services.ts'

/** Rebuilds case_tasks, case_timers and the projected columns from nothing but the facts. Again does no harm. */
export async function reprojectCase(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  id: CaseId,
): Promise<void> {
  const row = await lockCaseRow(db, scope, id)
  if (!row) throw new NotFound('case')
  const { facts } = await replayRow(services, db, { scope, row })
  const projection = projectCase(await modelByHash(db, row.process_hash), facts, scope.now)
  const newest = facts.at(-1)!
  await writeProjection(db, scope, { case: id, projection, version: newest.seq, changedAt: newest.at })
}
