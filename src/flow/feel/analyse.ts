import { inferShape } from './infer.ts'
import { type FeelProblem, parseFeel } from './parse.ts'
import { ANY, type Shape } from './shape.ts'

/** A use of a name of the form inside an expression. */
export interface NameUse {
  readonly name: string
  readonly from: number
  readonly to: number
}
export interface Analysis {
  readonly source: string
  readonly uses: readonly NameUse[]
  readonly names: readonly string[]
  readonly shape: Shape
  readonly problems: readonly FeelProblem[]
}
/** The names an expression may use, with what is known of them. */
export type Names = ReadonlyMap<string, Shape>

/** Reads an expression without running it: which names it uses, what it yields, what cannot be right. */
export function analyseFeel(source: string, names: Names): Analysis {
  const parsed = parseFeel(source)
  if ('problem' in parsed) return { source, uses: [], names: [], shape: ANY, problems: [parsed.problem] }
  const uses: NameUse[] = []
  const problems: FeelProblem[] = []
  const inference = {
    source,
    known: [...names.keys()],
    lookup: (name: string) => names.get(name),
    free: (name: string, node: { from: number; to: number }) =>
      void uses.push({ name, from: node.from, to: node.to }),
    problem: (problem: FeelProblem) => void problems.push(problem),
  }
  const shape = inferShape(parsed.node, { inference, locals: new Map(), depth: 0, infer: inferShape })
  return { source, uses, names: [...new Set(uses.map(use => use.name))], shape, problems }
}

/** Puts other names in place of those a block uses for its own fields. */
export function renameFeel(analysis: Analysis, rename: (name: string) => string): string {
  let source = analysis.source
  for (const use of [...analysis.uses].sort((a, b) => b.from - a.from)) {
    source = source.slice(0, use.from) + rename(use.name) + source.slice(use.to)
  }
  return source
}
