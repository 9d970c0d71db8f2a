import type { FaultCode } from './fault.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

// A fault without its sentence does not compile.
const complete = { de, 'de-leicht': deLeicht, en } satisfies Record<
  string,
  Record<`fault.${FaultCode}`, string>
>

/** All texts of the engine by language. */
export const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = complete

/** The text of a key with its `{words}` filled in; a missing one is a fault of ours and throws. */
export function say(language: string, key: string, words: Readonly<Record<string, string>>): string {
  const text = messages[language]?.[key]
  if (text === undefined) throw new Error(`no process message ${key} in ${language}`)
  return text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '')
}
