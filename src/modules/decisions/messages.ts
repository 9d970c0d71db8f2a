import { languages, type Text } from '#core/i18n/languages.ts'
import { defineMessages } from '#core/i18n/messages.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

export const messages = defineMessages({ de, 'de-leicht': deLeicht, en })
export type MessageKey = keyof typeof de

/** A sentence in every language, for what is kept now and read later. */
export function inAllLanguages(key: MessageKey, values: Readonly<Record<string, string>> = {}): Text {
  const said = languages.map(language => [language, messages.in(language)(key, values)] as const)
  return Object.fromEntries(said) as unknown as Text
}
