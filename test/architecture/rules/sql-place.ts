import { isTest, type Rule, type Source, type Violation, violation } from '../project.ts'
import { dottedName, isNode, type Node, walk } from '../syntax.ts'

// One owner a table: whoever wants to know who reads it looks into one kind of file.
const ALLOWED = [/-store\.ts$/, /^src\/core\/db\//]
const DRIVERS = ['pg', 'kysely']
// The queue is handed a pool of its own; it writes its statements itself.
const POOLS = /^src\/core\/jobs\//
const BUILDERS = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']
const STATEMENT =
  /^\s*(select|insert\s+into|update|delete\s+from|with|create|alter|drop|truncate|grant|lock|notify|listen)\s/i

/** SQL is written in stores and in core/db, nowhere else. */
export const sqlPlace: Rule = ({ sources }) =>
  sources
    .filter(
      ({ path }) =>
        /^(src|packages)\//.test(path) && !isTest(path) && !ALLOWED.some(place => place.test(path)),
    )
    .flatMap(source => [...driversOf(source), ...statementsOf(source)])

function driversOf(source: Source): Violation[] {
  return source.imports
    .filter(({ from, typeOnly }) => !typeOnly && DRIVERS.includes(from) && !POOLS.test(source.path))
    .map(({ from, start }) => violation(source, start, `${from} belongs into a store`))
}

function statementsOf(source: Source): Violation[] {
  return [...walk(source.program)]
    .filter(isSql)
    .map(node => violation(source, node.start, 'SQL belongs into a store'))
}

function isSql(node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') return /^sql(\.|$)/.test(dottedName(node.tag) ?? '')
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const called = isNode(node.callee.property) ? String(node.callee.property.name) : ''
  if (BUILDERS.includes(called)) return true
  return ['query', 'raw', 'exec'].includes(called) && STATEMENT.test(firstText(node))
}

function firstText(call: Node): string {
  const [first] = Array.isArray(call.arguments) ? call.arguments : []
  if (!isNode(first)) return ''
  if (first.type === 'Literal') return String(first.value)
  const [head] = Array.isArray(first.quasis) ? first.quasis.filter(isNode) : []
  return head === undefined ? '' : (head.value as { raw: string }).raw
}
