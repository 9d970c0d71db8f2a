import type { Fault } from '../fault.ts'
import type { ProcessModel } from '../model.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkPaths } from './check-paths.ts'
import { checkSearch } from './check-search.ts'
import { checkWords } from './check-words.ts'

/** What exists outside the drawing; a process may use nothing else. Left out: not checked. */
export interface Vocabulary {
  readonly roles?: ReadonlySet<string> | undefined
  readonly effects?: ReadonlySet<string> | undefined
}

/**
 * All that keeps a process from being published; empty means: sound. First the drawing as such, then
 * every way a case can take through it, with the interpreter itself as the judge of where tokens go.
 *
 * ```ts
 * const faults = checkProcess(model, { roles: new Set(['clerk', 'supervisor']) })
 * faults.map(fault => explainFault(fault, 'de'))
 * ```
 */
export function checkProcess(model: ProcessModel, vocabulary: Vocabulary = {}): Fault[] {
  const drawing = [...checkPaths(model), ...checkWords(model, vocabulary), ...checkDecisions(model)]
  // Walking through a broken drawing would only repeat its faults in other words.
  return drawing.length > 0 ? drawing : checkSearch(model)
}
