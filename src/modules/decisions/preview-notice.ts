import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { renderLetter } from '#core/letters/index.ts'
import { type CheckedDecision, checkDecision } from './check-decision.ts'
import { loadMatter } from './load-matter.ts'
import type { Decision } from './model.ts'
import type { DecisionServices } from './services.ts'

/**
 * The letter as it would go out, marked as a draft, and what is still missing in it.
 *
 * @param input `signer`: where the decision is somebody else's, for the second signature
 * @throws NotFound for a case of another office
 * @example const { pdf, checked } = await previewNotice(services, scope, { case: id, decision })
 */
export async function previewNotice(
  services: DecisionServices,
  scope: Scope,
  input: { case: CaseId; decision: Decision; signer?: string | undefined },
): Promise<{ pdf: Uint8Array; checked: CheckedDecision }> {
  const loaded = await loadMatter(services, scope, input.case)
  const signer = input.signer ?? scope.staff!.name
  const checked = checkDecision(loaded, input.decision, { created: scope.now, isDraft: true, signer })
  return { pdf: await renderLetter('notice', checked.composed.letter), checked }
}
