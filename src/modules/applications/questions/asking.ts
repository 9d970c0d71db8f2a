import type { Language } from '#core/i18n/languages.ts'
import { type Filling, fillText, type ItemState, type OpenFlow, type Shown, type Text } from '#flow/index.ts'
import { uiWords, type Words } from '#ui/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { messages } from '../messages.ts'

/** A message at a field; `name` is the field's HTML name on this page. */
export interface FieldNote {
  readonly name: string
  readonly message: string
}

/** What fills texts of the package: here always the whole form. */
export type OpenFilling = Filling & { readonly open: OpenFlow }

/** All that the fields of one page need in order to show themselves. */
export interface Asking {
  readonly language: Language
  readonly words: Words
  readonly t: ReturnType<typeof messages.in>
  /** A text of the package in the reader's language, with its placeholders filled. */
  readonly say: (text: Text | undefined) => string | undefined
  readonly filling: OpenFilling
  /** Values under their HTML names, as they were typed or stored. */
  readonly shown: Shown
  readonly errors: readonly FieldNote[]
  readonly warnings: readonly FieldNote[]
  readonly fileHref: (document: string) => string
  readonly itemHref: (group: string, item: string) => string
  readonly newItemHref: (group: string) => string
  readonly nonce: string
  readonly tileUrl: string | undefined
}

export function fillingOf(
  { package: pack, open }: Pick<OpenedDraft, 'package' | 'open'>,
  lang: Language,
  item?: { group: NonNullable<Filling['item']>['group']; state: ItemState } | undefined,
): OpenFilling {
  if (!item) return { flow: pack.flow, open, lang }
  const values = Object.fromEntries(item.state.fields.map(field => [field.id, field.value]))
  return { flow: pack.flow, open, lang, item: { group: item.group, values, index: item.state.index } }
}

export function wordsFor(filling: OpenFilling): Pick<Asking, 'language' | 'words' | 't' | 'say' | 'filling'> {
  const language = filling.lang
  return {
    language,
    words: uiWords(language),
    t: messages.in(language),
    say: text => (text ? fillText(text, filling) || undefined : undefined),
    filling,
  }
}

/** The message at a field or at a part of it, such as `address.street`. */
export function noteAt(notes: readonly FieldNote[], name: string): string | undefined {
  return notes.find(note => note.name === name)?.message
}
