import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

/** The fixed words of the components: `words.day`, `words.skip_to_content` … Typed by the German file. */
export type Words = Readonly<Record<keyof typeof de, string>>
export type WordsLanguage = 'de' | 'de-leicht' | 'en'

const LANGUAGES: Record<WordsLanguage, Words> = { de, 'de-leicht': deLeicht, en }

/**
 * The fixed words of all components in one language. Components take them as a prop, so that none of them
 * knows where texts come from.
 *
 *     <DateField name="born" label="Geburtsdatum" words={uiWords('de')} />
 */
export function uiWords(language: WordsLanguage): Words {
  return LANGUAGES[language]
}

/** Fills `{name}` in a text: `fill('Seite {page}', { page: 3 })` is 'Seite 3'. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
