import type { Language, Text } from '#core/i18n/languages.ts'
import type { AccountId, CaseId, DocumentId, MessageId, TenantId } from '#core/ids.ts'

/** `received` to `closed` come from the office; `answer` is what the resident wrote. */
export type MessageKind = 'received' | 'request' | 'answer' | 'notice' | 'closed'

/** Words of the portal in all its languages, or what a person wrote in hers. */
export type Words = Text | string

/** The sealed part of a message. */
export interface MessageContent {
  readonly subject: Words
  /** Paragraphs are parted by an empty line. */
  readonly body: Words
  /** Files of the application that came with it. */
  readonly documents?: readonly DocumentId[] | undefined
  /** Request only: the office asks for files, not only for words. */
  readonly asksForFiles?: boolean | undefined
}

export function wordsIn(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language]
}

/** A message as the reader sees it, in her language. */
export interface Message {
  readonly tenant: TenantId
  readonly id: MessageId
  readonly case: CaseId
  readonly account?: AccountId | undefined
  readonly kind: MessageKind
  readonly direction: 'to_resident' | 'to_office'
  /** What it is about: the notice (`notice`) or the request (`request`, `answer`). */
  readonly about?: string | undefined
  readonly subject: string
  readonly body: string
  readonly documents: readonly DocumentId[]
  readonly asksForFiles: boolean
  readonly sentAt: Date
  readonly isUnread: boolean
}

/** Where the last page ended; goes into the address of the next one. */
export interface MessageCursor {
  readonly sentAt: Date
  readonly id: MessageId
}
