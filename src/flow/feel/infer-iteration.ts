import { childrenOf, type FeelNode } from './parse.ts'
import { type At, report, textOf } from './place.ts'
import { ANY, BOOLEAN, listOf, NUMBER, type Shape } from './shape.ts'

/** Loops within loops multiply: two over full groups are 10,000 steps, three would be a million. */
const MAX_LOOP_DEPTH = 2
/** Numbers counted through by one `for n in 1..12`. */
const MAX_RANGE = 1000

function elementOf(shape: Shape): Shape {
  return shape.kind === 'list' ? shape.of : shape
}

function deeper(at: At, node: FeelNode, locals: Iterable<readonly [string, Shape]>): At {
  if (at.depth === MAX_LOOP_DEPTH) report(at, node, { code: 'feel_too_deep', most: String(MAX_LOOP_DEPTH) })
  return { ...at, depth: at.depth + 1, locals: new Map([...at.locals, ...locals]) }
}

/** `trees[height_m > 4]`, `trees[1]` */
export function inferFilter(node: FeelNode, at: At): Shape {
  const [target, , condition] = childrenOf(node)
  if (!target || !condition) return ANY
  const list = at.infer(target, at)
  const element = elementOf(list)
  const entries = element.kind === 'context' ? element.entries : []
  const result = at.infer(condition, deeper(at, node, [['item', element], ...entries]))
  return result.kind === 'number' ? element : listOf(element)
}

/** `some t in trees satisfies …`, `every …`, `for t in trees return …` */
export function inferIteration(node: FeelNode, at: At): Shape {
  let inner = deeper(at, node, [])
  for (const part of childrenOf(node)) {
    if (part.name !== 'InExpressions') continue
    for (const one of childrenOf(part).filter(child => child.name === 'InExpression')) {
      const [name, , context] = childrenOf(one)
      if (!name || !context) continue
      const bound = [textOf(at, name), inferSource(context, inner)] as const
      inner = { ...inner, locals: new Map([...inner.locals, bound]) }
    }
  }
  const body = childrenOf(node).at(-1)
  if (!body) return ANY
  const shape = at.infer(body, inner)
  if (node.name === 'ForExpression') return listOf(shape)
  if (!['boolean', 'any', 'null'].includes(shape.kind)) report(at, body, { code: 'feel_not_boolean' })
  return BOOLEAN
}

/** What is counted through: a list, or two literal numbers. */
function inferSource(context: FeelNode, at: At): Shape {
  const parts = childrenOf(context).filter(child => child.name !== '..')
  if (parts.length === 1) return elementOf(at.infer(parts[0]!, at))
  const [from, to] = parts.map(part =>
    part.name === 'NumericLiteral' ? Number(textOf(at, part)) : Number.NaN,
  )
  const steps = Math.abs((to ?? Number.NaN) - (from ?? Number.NaN))
  return steps <= MAX_RANGE ? NUMBER : report(at, context, { code: 'feel_range', most: String(MAX_RANGE) })
}
