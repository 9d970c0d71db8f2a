import type { Rule, Violation } from '../project.ts'

// Residents read `messages`; further families (faults in a service package) are for town IT.
const LANGUAGES = { messages: ['de', 'de-leicht', 'en'], other: ['de', 'en'] } as const

// Texts of legal acts: the language of the authorities is German (§ 23 (1) VwVfG).
const LEGAL = ['packages/delivery-law/remedy/texts']

const NAME = /^(.*\/[a-z-]+)\.(de|de-leicht|en|[a-z]{2}(?:-[a-z]+)?)\.json$/

type Messages = Readonly<Record<string, unknown>>

/** Every text exists in every language, with the same blanks to fill. */
export const messageFiles: Rule = ({ texts }) => {
  const families = new Map<string, Map<string, Messages>>()
  for (const [path, text] of texts) {
    const [, family, language] = NAME.exec(path) ?? []
    if (family === undefined || language === undefined) continue
    const members = families.get(family) ?? new Map()
    families.set(family, members.set(language, flatten(JSON.parse(text))))
  }
  return [...families]
    .filter(([family]) => !LEGAL.includes(family))
    .flatMap(([family, members]) => compare(family, members))
}

function compare(family: string, members: ReadonlyMap<string, Messages>): Violation[] {
  const keys = new Set([...members.values()].flatMap(messages => Object.keys(messages)))
  const languages = LANGUAGES[family.endsWith('/messages') ? 'messages' : 'other']
  return languages.flatMap(language => {
    const path = `${family}.${language}.json`
    const messages = members.get(language)
    if (messages === undefined) return [{ path, line: 1, words: 'this language is missing' }]
    return [...keys].flatMap((key): Violation[] => {
      const words = fault(key, messages, members.get('de') ?? {})
      return words === undefined ? [] : [{ path, line: 1, words: `${key} ${words}` }]
    })
  })
}

function fault(key: string, messages: Messages, german: Messages): string | undefined {
  const text = messages[key]
  if (typeof text !== 'string' || text.trim() === '') return 'has no text'
  const [own, first] = [blanksOf(text), blanksOf(String(german[key] ?? ''))]
  return own === first ? undefined : `has the blanks "${own}", in German "${first}"`
}

// A text may leave a blank out or use it twice only if every language does: a lost name is a lost fact.
function blanksOf(text: string): string {
  return [...new Set(text.match(/\{[\w.]+\}/g))].sort().join(' ')
}

function flatten(value: unknown, prefix = ''): Messages {
  if (typeof value !== 'object' || value === null) return { [prefix]: value }
  const inner = Object.entries(value).map(([key, item]) =>
    flatten(item, prefix === '' ? key : `${prefix}.${key}`),
  )
  return Object.assign({}, ...inner)
}
