import { parseAst } from 'vitest/node'

/** A node of the syntax tree (ESTree with TypeScript), as far as the rules look into it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface Import {
  /** As written: `#core/ids.ts`, `./model.ts`, `pg`. */
  readonly from: string
  /** True where only types are taken: nothing is loaded at run time. */
  readonly typeOnly: boolean
  readonly start: number
}

/** Reads TypeScript with or without JSX; a file that cannot be read is a fault, never an empty tree. */
export function parse(text: string, path: string): Node {
  return parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }, path) as unknown as Node
}

/** Every node below, the outer before the inner. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Static imports, re-exports and `import('…')`, with what they are for. */
export function importsOf(program: Node): Import[] {
  return [...walk(program)].flatMap(node => {
    const from = isNode(node.source) && IMPORTING.has(node.type) ? node.source.value : undefined
    return typeof from === 'string' ? [{ from, typeOnly: takesTypesOnly(node), start: node.start }] : []
  })
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function takesTypesOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const taken = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : []
  return taken.length > 0 && taken.every(name => name.importKind === 'type' || name.exportKind === 'type')
}

/** `process.env` or `Math.random` as a dotted name; undefined for anything less plain. */
export function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined
  const object = dottedName(node.object)
  const property = isNode(node.property) ? String(node.property.name) : ''
  return object === undefined ? undefined : `${object}.${property}`
}
