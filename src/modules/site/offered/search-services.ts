import type { Language } from '#core/i18n/languages.ts'
import fillers from './filler-words.json' with { type: 'json' }
import { foldWords, typosBetween } from './fold-words.ts'

/** What the search reads of a service, in the language of the page. */
export interface Searchable {
  readonly title: string
  readonly keywords: readonly string[]
  readonly summary: string
}

const weights = { title: 4, keywords: 3, summary: 1 } as const
const shortestPart = 4
const beginning = 0.8

/**
 * The services that answer a question, best first. Each word of the question must be found, in title, keywords or
 * summary; words that ask nothing ("ich", "möchte") do not count.
 *
 * @example searchServices(offered, { text: 'Ich möchte einen Baum faellen', language: 'de' })
 */
export function searchServices<T extends Searchable>(
  services: readonly T[],
  asked: { text: string; language: Language },
): T[] {
  const words = questionWords(asked.text, asked.language)
  if (words.length === 0) return [...services]
  return services
    .map(service => ({ service, score: scoreOf(service, words) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ service }) => service)
}

/** The words that count; a question of nothing but fillers counts as a whole. */
function questionWords(text: string, language: Language): string[] {
  const all = foldWords(text)
  const filler = new Set(fillers[language].flatMap(foldWords))
  const telling = all.filter(word => !filler.has(word))
  return telling.length > 0 ? telling : all
}

function scoreOf(service: Searchable, words: readonly string[]): number {
  const fields = [
    { weight: weights.title, words: foldWords(service.title), closest: 0 },
    { weight: weights.keywords, words: service.keywords.flatMap(foldWords), closest: 0 },
    // A sentence has words of all kinds: what is only like one of them says little.
    { weight: weights.summary, words: foldWords(service.summary), closest: beginning },
  ]
  const scores = words.map(word =>
    Math.max(
      ...fields.map(
        ({ weight, words: known, closest }) =>
          weight * Math.max(0, ...known.map(one => closeness(word, one)).filter(close => close >= closest)),
      ),
    ),
  )
  return scores.every(score => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0
}

/** 1 the same, less for a beginning, a part of a compound word ("fällung" in "Baumfällung") or a slip of the pen. */
function closeness(asked: string, known: string): number {
  if (asked === known) return 1
  if (known.startsWith(asked)) return asked.length >= 2 ? beginning : 0
  const [short, long] = asked.length < known.length ? [asked, known] : [known, asked]
  if (short.length >= shortestPart && long.includes(short)) return 0.6
  const allowed = slipsIn(asked)
  if (Math.abs(asked.length - known.length) > allowed) return 0
  return allowed > 0 && typosBetween(asked, known) <= allowed ? 0.4 : 0
}

function slipsIn(word: string): number {
  if (word.length < shortestPart) return 0
  return word.length < 8 ? 1 : 2
}
