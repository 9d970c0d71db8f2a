import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { enqueue } from '#core/jobs/jobs.ts'
import type { ProcessState } from '#process/index.ts'

/** A job for each effect that facts later than `after` opened; its key keeps a second one from waiting beside it. */
export async function orderEffects(
  db: Db,
  scope: Scope,
  input: { case: CaseId; process: ProcessState; after: number },
): Promise<void> {
  const begun = new Set(
    input.process.trace.flatMap(({ seq, step, activation }) =>
      seq > input.after && step === 'entered' && activation ? [activation] : [],
    ),
  )
  for (const { id } of input.process.effects) {
    if (!begun.has(id)) continue
    await enqueue(db, {
      task: 'run-effect',
      payload: { tenant: scope.tenant!, case: input.case, effect: id },
      key: `effect ${scope.tenant} ${input.case} ${id}`,
    })
  }
}
