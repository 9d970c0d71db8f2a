import de from '../faults.de.json' with { type: 'json' }
import en from '../faults.en.json' with { type: 'json' }
import type { FeelProblem } from '../feel/parse.ts'
import type { Lang } from '../format.ts'
import { fillIn } from '../say.ts'

export type Path = readonly (string | number)[]

/** Something in a package that must (or, as a warning, should) be put right. */
export interface FlowFault {
  /** Where in the file: `['pages', 2, 'fields', 0, 'when']` */
  readonly path: Path
  /** Set when it stands in a block and not in the form itself; `path` is then inside the block. */
  readonly block?: string | undefined
  readonly code: string
  readonly values: Readonly<Record<string, string>>
  readonly message: string
  readonly remedy: string
  readonly severity: 'error' | 'warning'
}

const texts: Readonly<Record<'de' | 'en', Readonly<Record<string, readonly string[]>>>> = { de, en }

/** What is wrong and what to do, in German or English. */
export function faultText(
  fault: Pick<FlowFault, 'code' | 'values'>,
  lang: Lang = 'en',
): { message: string; remedy: string } {
  const [message, remedy] = texts[lang === 'en' ? 'en' : 'de'][fault.code] ?? []
  if (message === undefined || remedy === undefined) throw new Error(`no text for fault ${fault.code}`)
  const fill = (sentence: string) => fillIn(sentence, name => fault.values[name])
  // "Meant: ?" says nothing; the question is left out when no name is alike.
  return { message: fill(message), remedy: fill(remedy).replace(/ (Meant|Gemeint): \?/, '') }
}

export function hasFaultText(code: string): boolean {
  return Object.hasOwn(en, code)
}

/** Where a definition stands: in the form, or in a block used by it. */
export interface Origin {
  readonly path: Path
  readonly block?: string | undefined
}

export function below(origin: Origin, ...steps: (string | number)[]): Origin {
  return { ...origin, path: [...origin.path, ...steps] }
}

export interface FaultList {
  readonly faults: readonly FlowFault[]
  readonly warnings: readonly FlowFault[]
  error(code: string, origin: Origin, values?: Record<string, string>): void
  warn(code: string, origin: Origin, values?: Record<string, string>): void
  feel(problem: FeelProblem, origin: Origin): void
}

/** Collects faults; one found twice (a block used twice) is kept once. */
export function collectFaults(): FaultList {
  const faults: FlowFault[] = []
  const warnings: FlowFault[] = []
  const seen = new Set<string>()
  const add = (severity: 'error' | 'warning', origin: Origin, what: Pick<FlowFault, 'code' | 'values'>) => {
    const key = JSON.stringify([origin.block, origin.path, what])
    if (seen.has(key)) return
    seen.add(key)
    const fault = { ...origin, ...what, ...faultText(what), severity }
    void (severity === 'error' ? faults : warnings).push(fault)
  }
  return {
    faults,
    warnings,
    error: (code, origin, values = {}) => add('error', origin, { code, values }),
    warn: (code, origin, values = {}) => add('warning', origin, { code, values }),
    feel: (problem, origin) => add('error', origin, { code: problem.code, values: problem.values }),
  }
}
