/** The process engine: BPMN 2.0 as drawn by a town, run over the facts of a case. Pure: no clock, no database. */
export { checkProcess, type Vocabulary } from './check/check-process.ts'
export type { Condition } from './condition.ts'
export type { Due } from './due.ts'
export { dueAt, type TownCalendar } from './due-at.ts'
export type { Fact } from './fact.ts'
export { explainFault, type Fault, type FaultCode } from './fault.ts'
export type { Flow, NodeKind, ProcessModel, ProcessNode } from './model.ts'
export { readProcess } from './read/read-process.ts'
export { torhausExtension, torhausNamespace } from './read/torhaus-extension.ts'
export { type ProcessContext, runProcess } from './run/run-process.ts'
export type {
  Effect,
  IgnoredBecause,
  OpenTask,
  Pause,
  ProcessState,
  Step,
  Stuck,
  Timer,
  Wait,
} from './run/state.ts'
