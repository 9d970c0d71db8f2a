import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

/** All texts of the engine by language; the test holds the files against each other. */
export const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de,
  'de-leicht': deLeicht,
  en,
}

/** The text of a key with its `{words}` filled in; a missing one is a fault of ours and throws. */
export function say(language: string, key: string, words: Readonly<Record<string, string>>): string {
  const text = messages[language]?.[key]
  if (text === undefined) throw new Error(`no process message ${key} in ${language}`)
  return text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '')
}
