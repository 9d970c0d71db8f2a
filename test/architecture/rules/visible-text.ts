import { isTest, type Rule, type Source, violation } from '../project.ts'
import { isNode, type Node, walk } from '../syntax.ts'

// What people read or hear from these attributes.
const SPOKEN = ['label', 'aria-label', 'title', 'alt', 'placeholder', 'hint', 'caption', 'summary']
const WORD = /\p{L}{2,}/u
const GERMAN = /[äöüÄÖÜß„“]/

// Text that is no message: examples on the style page, alphabets, what typesetting keeps on one line,
// and the words by which a process model names its own parts.
const EXEMPT = [
  /^src\/ui\/style-page\//,
  /^src\/flow\/characters/,
  /^src\/core\/letters\/keep-together\.ts$/,
  /\/process\/vocabulary\.ts$/,
]

/** Texts that people see come from message files, never from code: else one language stays dumb. */
export const visibleText: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => /^src\//.test(path) && !isTest(path) && !EXEMPT.some(place => place.test(path)))
    .flatMap(source => [...walk(source.program)].filter(isVisible).map(node => told(source, node)))

function isVisible(node: Node): boolean {
  if (node.type === 'JSXText') return WORD.test(String(node.value))
  if (node.type === 'Literal') return isGerman(node.value)
  if (node.type === 'TemplateElement') return isGerman((node.value as { raw: string }).raw)
  if (node.type !== 'JSXAttribute' || !isNode(node.name) || !isNode(node.value)) return false
  return SPOKEN.includes(String(node.name.name)) && WORD.test(String(node.value.value ?? ''))
}

// A single letter is part of an alphabet, not of a sentence.
function isGerman(value: unknown): boolean {
  return typeof value === 'string' && GERMAN.test(value) && WORD.test(value)
}

function told(source: Source, node: Node) {
  const text = source.text.slice(node.start, node.end).trim().replace(/\s+/g, ' ')
  return violation(source, node.start, `belongs into a message file: ${text.slice(0, 60)}`)
}
