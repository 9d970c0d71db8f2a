import { type Language, locale } from './languages.ts'

type Values = Readonly<Record<string, string | number>>

/** Speaks one language: `t('greeting', { name })`. */
export type Translate<Key extends string = string> = (key: Key, values?: Values) => string

/**
 * Joins the message files of a module. The types demand every key in every language, so a missing text
 * fails the type check; `{name}` is filled in, and where `n` is given `key.one` / `key.other` are chosen
 * by the plural rules of the language.
 *
 * @example
 * const messages = defineMessages({ de, 'de-leicht': leicht, en })
 * const t = messages.in('de'); t('trees', { n: 3 })  // "3 Bäume" from "trees.other": "{n} Bäume"
 */
export function defineMessages<Key extends string>(
  files: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): {
  in(language: Language): Translate<PlainKey<Key>>
} {
  const speakers = new Map<Language, Translate<PlainKey<Key>>>()
  return {
    in(language) {
      const known = speakers.get(language)
      if (known) return known
      const speaker = translate<Key>(files[language], locale(language))
      speakers.set(language, speaker)
      return speaker
    },
  }
}

type PlainKey<Key extends string> = Key | (Key extends `${infer Stem}.other` ? Stem : never)

function translate<Key extends string>(
  file: Readonly<Record<string, string>>,
  tag: string,
): Translate<PlainKey<Key>> {
  const plural = new Intl.PluralRules(tag)
  return (key, values) => {
    const n = values?.n
    const chosen =
      typeof n === 'number' ? (file[`${key}.${plural.select(n)}`] ?? file[`${key}.other`]) : undefined
    const text = chosen ?? file[key]
    if (text === undefined) throw new Error(`no text for ${key}`)
    return values ? fill(text, values) : text
  }
}

/** Replaces `{name}`; a name without a value stays visible, so that it is noticed. */
export function fill(text: string, values: Values): string {
  return text.replaceAll(/\{([a-zA-Z_][\w.]*)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : String(value)
  })
}
