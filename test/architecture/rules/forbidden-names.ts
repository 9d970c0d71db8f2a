import { isTest, type Rule, type Source, type Violation, violation } from '../project.ts'
import { dottedName, isNode, type Node, walk } from '../syntax.ts'

/** Settings come from src/config.ts; an entry file may hand the environment on as a whole. */
export const environment: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => /^(src|packages|client)\//.test(path) && !isTest(path) && path !== 'src/config.ts')
    .flatMap(source => {
      const isEntry = /^src\/[^/]+\.ts$/.test(source.path)
      return [...walk(source.program)]
        .filter(node => (isEntry ? readsOneSetting(node) : dottedName(node) === 'process.env'))
        .map(node => violation(source, node.start, 'only src/config.ts reads the environment'))
    })

function readsOneSetting(node: Node): boolean {
  return node.type === 'MemberExpression' && dottedName(node.object) === 'process.env'
}

/** Codes and ids must be unguessable, and runs repeatable: Math.random is neither. */
export const randomness: Rule = ({ sources }) =>
  sources.flatMap(source =>
    named(source, ['Math.random']).map(node =>
      violation(source, node.start, 'use #core/ids.ts or node:crypto'),
    ),
  )

// Where Torhaus speaks to other machines. Each place has a time limit and a size limit of its own.
const OUTGOING = ['src/core/mail/', 'client/']
const NETWORK = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'undici',
  'nodemailer',
]

/** Connections to other machines are opened in listed places only. */
export const outgoing: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => /^(src|packages|client)\//.test(path) && !isTest(path))
    .filter(({ path }) => !OUTGOING.some(place => path.startsWith(place)))
    .flatMap(source => [
      ...calls(source, ['fetch', 'globalThis.fetch', 'WebSocket', 'EventSource']),
      ...source.imports
        .filter(({ from, typeOnly }) => !typeOnly && NETWORK.includes(from))
        .map(({ from, start }) => violation(source, start, `${from} may not be used here`)),
    ])

function calls(source: Source, names: readonly string[]): Violation[] {
  return [...walk(source.program)]
    .filter(node => node.type === 'CallExpression' || node.type === 'NewExpression')
    .filter(node => names.includes(dottedName(node.callee) ?? ''))
    .map(node => violation(source, node.start, `${dottedName(node.callee)} may not be used here`))
}

function named(source: Source, names: readonly string[]): Node[] {
  return [...walk(source.program)].filter(node => isNode(node) && names.includes(dottedName(node) ?? ''))
}
