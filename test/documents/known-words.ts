import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './documents.ts'

const FILES = 'src/**/messages.de.json'
const PROCESS = 'catalogue/processes/permit.bpmn'
// Each language is called by its own name, whatever the language of the page.
const LANGUAGES = ['Deutsch', 'Leichte Sprache', 'English']

/** Every word of the portal's pages in German, as patterns: `{name}` stands for anything. */
export function knownWords(): RegExp[] {
  const files = globSync(FILES, { cwd: ROOT })
  const messages = files.flatMap(file => textsOf(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))))
  const tasks = [...readFileSync(join(ROOT, PROCESS), 'utf8').matchAll(/ name="([^"]+)"/g)].map(
    found => found[1]!,
  )
  // A message that is nothing but a placeholder would know every word.
  const words = [...messages, ...tasks, ...LANGUAGES].filter(one =>
    /\p{L}/u.test(one.replaceAll(/\{[^}]+\}/g, '')),
  )
  return [...new Set(words)].map(patternOf)
}

/** All texts of a message file, however deep they lie. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

function patternOf(message: string): RegExp {
  const parts = message.split(/\{[^}]+\}/).map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}

/** Words in **bold** in a guide: those that people find on a page. */
export function wordsOfPages(text: string): string[] {
  return [...text.replaceAll('\n', ' ').matchAll(/\*\*(.+?)\*\*/g)].map(found =>
    found[1]!.replaceAll(/\s+/g, ' '),
  )
}
