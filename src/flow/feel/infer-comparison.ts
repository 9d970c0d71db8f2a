import { childrenOf, type FeelNode } from './parse.ts'
import { type At, checkOption, inferAll, report } from './place.ts'
import { areComparable, BOOLEAN, type Shape } from './shape.ts'

/** `a = b`, `a < b`, `a between x and y`, `a in (x, y)`. */
export function inferComparison(node: FeelNode, at: At): Shape {
  const [left] = childrenOf(node)
  if (!left) return BOOLEAN
  const shape = at.infer(left, at)
  for (const right of rightSides(node))
    compare({ shape, node }, { shape: at.infer(right, at), node: right }, at)
  return BOOLEAN
}

/** The values the left side is held against. */
function rightSides(node: FeelNode): FeelNode[] {
  const [, operator, ...rest] = childrenOf(node)
  if (operator?.name !== 'in') return rest.filter(child => child.name !== 'and')
  return rest.flatMap(child =>
    child.name.startsWith('Positive') ? testsIn(child) : /^[A-Z]/.test(child.name) ? [child] : [],
  )
}

function testsIn(tests: FeelNode): FeelNode[] {
  return childrenOf(tests).flatMap(test => {
    if (test.name === 'PositiveUnaryTest') return childrenOf(test)
    return test.name === 'PositiveUnaryTests' ? testsIn(test) : []
  })
}

interface Side {
  readonly shape: Shape
  readonly node: FeelNode
}

function compare(left: Side, right: Side, at: At): void {
  // `a in list` and `a in [1..5]` compare with what the list or range holds.
  if (right.node.name === 'SimplePositiveUnaryTest' || right.node.name === 'Interval') {
    for (const bound of inferAll(right.node, at)) compare(left, { shape: bound, node: left.node }, at)
    return
  }
  const place = { node: left.node, at }
  const other = right.shape.kind === 'list' ? right.shape.of : right.shape
  checkOption(left.shape, other, place)
  checkOption(other, left.shape, place)
  if (!areComparable(left.shape, other)) {
    report(at, left.node, { code: 'feel_not_comparable', left: left.shape.kind, right: other.kind })
  }
}
