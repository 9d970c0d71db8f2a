import type { Lang } from './format.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

const messages: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { de, 'de-leicht': deLeicht, en }

/** Puts values in place of `{names}`; a name without a value stays as it is. */
export function fillIn(sentence: string, value: (name: string) => string | number | undefined): string {
  return sentence.replace(/\{([A-Za-z_][\w.-]*)\}/g, (whole, name: string) => String(value(name) ?? whole))
}

/** One sentence of the engine itself in the reader's language. */
export function say(lang: Lang, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = messages[lang][key]
  if (sentence === undefined) throw new Error(`no message ${key} in ${lang}`)
  return fillIn(sentence, name => values[name])
}

export function hasMessage(key: string): boolean {
  return Object.hasOwn(de, key)
}
