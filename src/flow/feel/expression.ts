import type { Feel } from '../format.ts'
import { analyseFeel } from './analyse.ts'
import { compileProgram, type Program } from './program.ts'
import { ANY, type Shape } from './shape.ts'

/** A set of names in which every name is there; for expressions whose scope is made elsewhere. */
export const everyName: ReadonlyMap<string, Shape> = Object.assign(new Map<string, Shape>(), {
  get: () => ANY,
})

const MAX_KEPT = 2000
const kept = new Map<string, Program>()

/**
 * Compiles an expression that stands outside a form: fee, clock, check, notice. Kept by its text.
 *
 *     compileExpression('param.fee_cents * count(trees)').run(open.lookup)
 *
 * @throws {Error} when it cannot be read; `torhaus check` finds that before a package is published.
 */
export function compileExpression(source: Feel): Program {
  const text = String(source)
  const known = kept.get(text)
  if (known) return known
  const { names, problems } = analyseFeel(text, everyName)
  if (problems[0]) throw new Error(`FEEL ${problems[0].code} in: ${text}`)
  const program = compileProgram(text, names)
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(text, program)
  return program
}
