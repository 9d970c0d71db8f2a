import { analyseFeel, type Names } from '../feel/analyse.ts'
import { compileProgram, type Program } from '../feel/program.ts'
import type { Feel } from '../format.ts'
import type { FaultList, Origin } from './faults.ts'

/** Where an expression stands: what it may name, and how far it may look. */
export interface Place {
  readonly names: Names
  /** Order of each name in the course of the questions; names without one are always there. */
  readonly orders: ReadonlyMap<string, number>
  /** It may only look at what comes before this; Infinity: at everything. */
  readonly before: number
  readonly faults: FaultList
}

export type Yields = 'condition' | 'value'

/** Compiles one expression of the form, or reports what is wrong with it and yields undefined. */
export function compileFeel(
  source: Feel | undefined,
  origin: Origin,
  wish: Place & { yields: Yields },
): Program | undefined {
  if (source === undefined) return undefined
  const analysis = analyseFeel(String(source), wish.names)
  for (const problem of analysis.problems) wish.faults.feel(problem, origin)
  if (analysis.problems.length > 0) return undefined
  for (const name of analysis.names) {
    if ((wish.orders.get(name) ?? -1) >= wish.before) wish.faults.error('looks_ahead', origin, { name })
  }
  if (wish.yields === 'condition' && !['boolean', 'any', 'null'].includes(analysis.shape.kind)) {
    wish.faults.error('feel_not_boolean', origin, { expression: String(source) })
    return undefined
  }
  return compileProgram(String(source), analysis.names)
}

/** What an expression without names always yields. */
export function constantOf(program: Program | undefined): unknown {
  return program && program.names.length === 0 ? program.run(() => null) : undefined
}
