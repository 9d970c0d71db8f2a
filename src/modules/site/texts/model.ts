import type { Language } from '#core/i18n/languages.ts'

/** A page of running text, as its message files hold it. */
export interface TextPage {
  readonly title: string
  readonly lead: string
  readonly sections: readonly TextSection[]
}

export interface TextSection {
  readonly title: string
  /** An empty line between paragraphs; `{fact}` is filled in, `[words](address)` becomes a link. */
  readonly text: string
  readonly points?: readonly string[] | undefined
}

/** The three languages have the same sections and the same blanks (test/architecture compares). */
export type Texts = Readonly<Record<Language, TextPage>>

/** What the blanks are filled with. A fact that is not known leaves out every section that needs it. */
export type Facts = Readonly<Record<string, string | undefined>>
