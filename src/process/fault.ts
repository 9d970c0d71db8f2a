import type { ConditionFault } from './condition.ts'
import { say } from './messages.ts'

/** Something that keeps a process from being published, on the element where it shows. */
export interface Fault {
  readonly code: FaultCode
  /** Id of the element in the drawing; empty if the file as a whole is meant. */
  readonly element: string
  /** Name of the element as drawn. */
  readonly name?: string | undefined
  /** What exactly: the unsupported element, the unknown word, the other end. */
  readonly detail?: string | undefined
}

export type FaultCode =
  | ConditionFault
  | 'file-unreadable'
  | 'file-too-long'
  | 'process-missing'
  | 'several-processes'
  | 'element-unsupported'
  | 'reference-broken'
  | 'due-unreadable'
  | 'flow-leaves-scope'
  | StructureFaultCode
  | SearchFaultCode

export type StructureFaultCode =
  | 'start-missing'
  | 'several-starts'
  | 'end-missing'
  | 'dead-end'
  | 'unreachable'
  | 'role-missing'
  | 'role-unknown'
  | 'outcome-unknown'
  | 'effect-missing'
  | 'effect-unknown'
  | 'message-missing'
  | 'timer-missing'
  | 'gateway-open'
  | 'gateway-pointless'
  | 'event-gateway-target'
  | 'other-person-unknown'
  | 'decision-without-notice'

export type SearchFaultCode =
  | 'stuck'
  | 'doubled'
  | 'no-way-to-end'
  | 'never-reached'
  | 'endless-loop'
  | 'too-many-states'

export function faultAt(
  code: FaultCode,
  at: { id: string; name?: string | undefined },
  detail?: string,
): Fault {
  return { code, element: at.id, name: at.name, detail }
}

/**
 * The sentence for people, in their language.
 *
 * ```ts
 * explainFault({ code: 'role-missing', element: 'pruefen', name: 'Antrag prüfen' }, 'de')
 * // 'Für „Antrag prüfen“ ist niemand zuständig. Ordnen Sie den Schritt einer Bahn mit Rolle zu.'
 * ```
 */
export function explainFault(fault: Fault, language: string): string {
  const name = fault.name?.trim() || fault.element
  return say(language, `fault.${fault.code}`, { name, detail: fault.detail ?? '' })
}
