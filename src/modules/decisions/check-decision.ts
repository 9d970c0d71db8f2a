import { channelOf } from './delivery/channel.ts'
import { type DecisionError, type OpenedDecision, openDecision } from './form/open-decision.ts'
import { frameOf, hasAddress, type LoadedMatter } from './load-matter.ts'
import type { Decision } from './model.ts'
import { type ComposedNotice, composeNotice } from './notice/compose-notice.ts'
import type { NoticeFault } from './notice/fault.ts'

/** A decision as it would go out now, with all that stands in its way. */
export interface CheckedDecision {
  readonly opened: OpenedDecision
  readonly composed: ComposedNotice
  readonly errors: readonly DecisionError[]
  readonly faults: readonly NoticeFault[]
  /** Nothing stands in its way. */
  readonly isComplete: boolean
}

export function checkDecision(
  loaded: LoadedMatter,
  decision: Decision,
  letter: { created: Date; isDraft: boolean; signer: string },
): CheckedDecision {
  const opened = openDecision(loaded.matter, decision)
  const composed = composeNotice(opened, frameOf(loaded, letter))
  const isPost = channelOf(loaded.state, loaded.matter.package.service) === 'post'
  const lacksAddress: NoticeFault[] = isPost && !hasAddress(loaded.state) ? [{ code: 'address' }] : []
  const faults = [...composed.faults, ...lacksAddress]
  const isComplete = opened.errors.length === 0 && faults.length === 0
  return { opened, composed, errors: opened.errors, faults, isComplete }
}
