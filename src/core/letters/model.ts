import type { Language } from '#core/i18n/languages.ts'

/** A piece of text. Every string is plain text in the letter's language; a newline breaks the line. */
export type Block =
  | { kind: 'p'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list' | 'numbers'; items: readonly string[] }
  | { kind: 'address'; lines: readonly string[] }
  /** `widths` share the line, for example `[2, 1]`. */
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      widths?: readonly number[] | undefined
    }

/** A coat of arms. `alt` says what it shows, for people who do not see it. */
export interface Arms {
  bytes: Uint8Array
  type: 'svg' | 'png' | 'jpg'
  alt: string
}

export interface Letterhead {
  /** "Stadt Leuna": the deciding authority must be recognisable (§ 37 (3) VwVfG). */
  authority: string
  office?: string | undefined
  /** Street, then postcode and town. */
  address: readonly string[]
  arms?: Arms | undefined
}

export interface Contact {
  name: string
  phone?: string | undefined
  email?: string | undefined
}

interface Frame {
  language: Language
  /** Title of the document, as a reader's window shows it. */
  title: string
  head: Letterhead
  /** Moment of making; the same letter with the same moment gives the same bytes. */
  created: Date
}

/**
 * Who stands for a decision. § 37 (3) VwVfG asks for a signature or the name of the head of the authority, a
 * deputy or an agent; where a law orders written form, the name alone does not do (§ 3a (2), (3) VwVfG).
 *
 * - `name`: the name is given, no written form is ordered.
 * - `seal`: the authority's qualified electronic seal will be put on the PDF (§ 3a (3) no. 3 VwVfG, § 9a (6) OZG).
 * - `automatic`: made by automatic means, name and signature may be missing (§ 37 (5) VwVfG).
 */
export type Signature =
  | { form: 'name' | 'seal'; closing: readonly string[]; name: string; role?: string | undefined }
  | { form: 'automatic'; closing: readonly string[] }

export interface NoticeLetter extends Frame {
  /** A preview: watermark, and a sentence that says so. */
  draft?: boolean | undefined
  /** Envelope lines; empty for a notice that never sees an envelope. */
  recipient: readonly string[]
  /** "Elektronisch bereitgestellt im Postfach". */
  delivery?: string | undefined
  fileNumber: string
  /** As it is to be read: "3. November 2026". */
  date: string
  /** Date of the application, as it is to be read. */
  applicationDate?: string | undefined
  contact: Contact
  /** "Bescheid", "Teilgenehmigung", "Anhörung". */
  kind: string
  subject: string
  opening: readonly Block[]
  /** The operative part, one entry a ruling; more than one are numbered. */
  operative: readonly (readonly Block[])[]
  /** Ancillary provisions (§ 36 VwVfG), one entry each. */
  ancillary: readonly (readonly Block[])[]
  /** § 39 VwVfG. */
  reasons: readonly Block[]
  costs: readonly Block[]
  /** § 37 (6) VwVfG; `remedyInstruction` of packages/delivery-law gives it. */
  remedy?: { heading: string; blocks: readonly Block[] } | undefined
  signature: Signature
  /** True where a law orders written form for this decision. */
  writtenForm: boolean
  attachments: readonly string[]
  /** Orders nothing; printed apart. */
  hints: readonly Block[]
}

export interface Answer {
  question: string
  answer: string
}

export interface AnswerSection {
  title: string
  answers: readonly Answer[]
  /** Entries of a repeated group: tree 1, tree 2 … */
  entries?: readonly { title: string; answers: readonly Answer[] }[] | undefined
}

export interface ReceiptLetter extends Frame {
  recipient: readonly string[]
  number: string
  /** As it is to be read: "3. November 2026, 14:30 Uhr". */
  received: string
  /** The portal in which the person started; may differ from the authority. */
  portal: string
  contact?: Contact | undefined
  service: string
  opening: readonly Block[]
  /** How it goes on: who does what, until when (§ 25 (2) VwVfG). */
  next: readonly Block[]
  sections: readonly AnswerSection[]
  /** `size` as it is to be read ("2,4 MB"), `sha256` as 64 hex digits. */
  files: readonly { name: string; size: string; sha256: string }[]
  hints: readonly Block[]
}

export interface Letters {
  notice: NoticeLetter
  receipt: ReceiptLetter
}
export type LetterTemplate = keyof Letters
