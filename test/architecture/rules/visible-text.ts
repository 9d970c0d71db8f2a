import { isTest, type Rule, type Source, violation } from '../project.ts'
import { isNode, type Node, walk } from '../syntax.ts'

// What people read or hear from these attributes.
const SPOKEN = ['label', 'aria-label', 'title', 'alt', 'placeholder', 'hint', 'caption', 'summary']
const WORD = /\p{L}{2,}/u
const GERMAN = /[äöüÄÖÜß„“]/

// Text that is no message: examples on the style page, alphabets, and what typesetting keeps on one line.
const EXEMPT = [/^src\/ui\/style-page\//, /^src\/flow\/characters/, /^src\/core\/letters\/keep-together\.ts$/]

/** Texts that people see come from message files, never from code: else one language stays dumb. */
export const visibleText: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => /^src\//.test(path) && !isTest(path) && !EXEMPT.some(place => place.test(path)))
    .flatMap(source => [...walk(source.program)].filter(isVisible).map(node => told(source, node)))

function isVisible(node: Node): boolean {
  if (node.type === 'JSXText') return WORD.test(String(node.value))
  if (node.type === 'Literal') return typeof node.value === 'string' && GERMAN.test(node.value)
  if (node.type === 'TemplateElement') return GERMAN.test((node.value as { raw: string }).raw)
  if (node.type !== 'JSXAttribute' || !isNode(node.name) || !isNode(node.value)) return false
  return SPOKEN.includes(String(node.name.name)) && WORD.test(String(node.value.value ?? ''))
}

function told(source: Source, node: Node) {
  const text = source.text.slice(node.start, node.end).trim().replace(/\s+/g, ' ')
  return violation(source, node.start, `belongs into a message file: ${text.slice(0, 60)}`)
}
