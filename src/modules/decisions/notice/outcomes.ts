import type { Outcome } from '#modules/catalogue/index.ts'
import { holds, type Matter, noticeLookup } from './matter.ts'

/** An outcome to choose, as this application makes it look. */
export interface OfferedOutcome extends Outcome {
  /** The package finds it likely; nothing is decided by that. */
  readonly isSuggested: boolean
  /** A second person will sign. */
  readonly needsCosign: boolean
}

/** The outcomes of the service, in the package's order. */
export function listOutcomes(matter: Matter): OfferedOutcome[] {
  return matter.package.service.outcomes.map(outcome => {
    const lookup = noticeLookup(matter, { outcome: outcome.id, conditions: [], reasons: [], hints: [] })
    return {
      ...outcome,
      isSuggested: outcome.suggest !== undefined && holds(outcome.suggest, lookup),
      needsCosign: outcome.cosign !== undefined && holds(outcome.cosign, lookup),
    }
  })
}
