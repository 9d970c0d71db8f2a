import { parseExpression } from 'feelin'

export type FeelNode = ReturnType<typeof parseExpression>['topNode']

/** Where in the expression something is wrong; `code` is a key of faults.<lang>.json. */
export interface FeelProblem {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly values: Readonly<Record<string, string>>
}

/** Longer expressions belong into `computed`, where they have a name. */
const MAX_EXPRESSION_LENGTH = 2000

/** Parses one expression to its syntax tree, or says where it cannot be read. */
export function parseFeel(source: string): { node: FeelNode } | { problem: FeelProblem } {
  if (source.length > MAX_EXPRESSION_LENGTH) {
    const values = { length: String(source.length), most: String(MAX_EXPRESSION_LENGTH) }
    return { problem: { code: 'feel_too_long', from: 0, to: source.length, values } }
  }
  const tree = parseExpression(source, {}, undefined)
  let problem: FeelProblem | undefined
  tree.iterate({
    enter(node) {
      if (!node.type.isError || problem) return
      const near = source.slice(Math.max(0, node.from - 12), node.to + 12).trim()
      const values = { position: String(node.from + 1), near }
      problem = { code: 'feel_syntax', from: node.from, to: node.to, values }
    },
  })
  if (problem) return { problem }
  const node = tree.topNode.firstChild
  if (!node)
    return { problem: { code: 'feel_syntax', from: 0, to: 0, values: { position: '1', near: source } } }
  return { node }
}

export function childrenOf(node: FeelNode): FeelNode[] {
  const children: FeelNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}
