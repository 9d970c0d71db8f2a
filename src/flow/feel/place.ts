import { childrenOf, type FeelNode, type FeelProblem } from './parse.ts'
import { ANY, type Shape } from './shape.ts'

/** What an expression may name, and where findings go. */
export interface Inference {
  readonly source: string
  /** The shape of a name of the form; undefined when there is none. */
  lookup(name: string): Shape | undefined
  /** Called for each use of a name that is not bound inside the expression. */
  free(name: string, node: FeelNode): void
  problem(problem: FeelProblem): void
  /** All names that may be used, for "did you mean". */
  readonly known: readonly string[]
}

export type Locals = ReadonlyMap<string, Shape>
export interface At {
  readonly inference: Inference
  readonly locals: Locals
  /** How many loops lie around this place. */
  readonly depth: number
  /** The walk itself, so that its parts need not import it. */
  infer(node: FeelNode, at: At): Shape
}

/** The text of a node with inner blanks made single. */
export function textOf(at: At, node: FeelNode): string {
  return at.inference.source.slice(node.from, node.to).replace(/\s+/g, ' ')
}

/** Tells what is wrong with a part of the expression; of its shape nothing is known then. */
export function report(at: At, node: FeelNode, what: { code: string; [value: string]: string }): Shape {
  const { code, ...values } = what
  const expression = at.inference.source.slice(node.from, node.to)
  at.inference.problem({ code, from: node.from, to: node.to, values: { expression, ...values } })
  return ANY
}

/** Operators, brackets and keywords are nodes too; they hold no value. */
export function isValue(node: FeelNode): boolean {
  return /^[A-Z]/.test(node.name)
    ? !['CompareOp', 'ArithOp', 'Name', 'Type', 'ParameterName'].includes(node.name)
    : node.name === 'null'
}

export function inferAll(node: FeelNode, at: At): Shape[] {
  return childrenOf(node)
    .filter(isValue)
    .map(child => at.infer(child, at))
}

/** A text compared with a choice must be one of its options. */
export function checkOption(choice: Shape, other: Shape, place: { node: FeelNode; at: At }): void {
  if (choice.kind !== 'text' || !choice.values || other.kind !== 'text' || other.exact === undefined) return
  if (choice.values.has(other.exact) || other.exact === '') return
  report(place.at, place.node, {
    code: 'feel_unknown_option',
    option: other.exact,
    options: [...choice.values].slice(0, 12).join(', '),
  })
}
