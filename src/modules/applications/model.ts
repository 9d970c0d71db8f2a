import type { Language } from '#core/i18n/languages.ts'
import type { AccountId, ApplicationId, DraftId, TenantId } from '#core/ids.ts'
import type { AddressAnswer, Answers, DescribedSection } from '#flow/index.ts'

/** A resident's application as it was received; it never changes. */
export interface Application {
  /** The responsible authority, which may differ from the portal's. */
  readonly tenant: TenantId
  readonly id: ApplicationId
  /** "LEU-2026-00012" */
  readonly fileNumber: string
  readonly service: string
  /** Version of the service package that it was answered on. */
  readonly version: string
  /** Slug of the portal in which the resident started. */
  readonly portal: string
  readonly account?: AccountId | undefined
  readonly language: Language
  readonly submittedAt: Date
  /** The authority's parameters of that moment. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** With its answers, still sealed: `openAnswers` reads them. */
export interface StoredApplication extends Application {
  readonly draft: DraftId
  readonly sealed: { readonly answers: Buffer; readonly readable: Buffer }
}

/** Questions and answers as people read them, in the resident's language and in the authority's (§ 23 Abs. 1 VwVfG). */
export interface Readable {
  readonly language: Language
  readonly own: readonly DescribedSection[]
  readonly german: readonly DescribedSection[]
}

export interface OpenedAnswers {
  readonly answers: Answers
  readonly readable: Readable
  readonly computed: Readonly<Record<string, unknown>>
}

/** What the portal must know of the answers; said by the package's bindings. */
export interface Bindings {
  readonly applicantName: string
  /** One line for lists and letters. */
  readonly subject: string
  /** Where notifications go, when an address was given. */
  readonly email: string | undefined
  /** For letters on paper. */
  readonly address: AddressAnswer | undefined
  /** Consent to retrieval from the portal (§ 41 Abs. 2a VwVfG). */
  readonly electronicDelivery: boolean
}

/** A file of an application. `field` is the question it answers: `owner_consent`, `trees.0.photos`. */
export interface StoredDocument {
  readonly id: string
  readonly field: string
  readonly origin: DocumentOrigin
  readonly name: string
  readonly mediaType: string
  readonly size_bytes: number
  /** 64 hex digits, of the file as it is stored. */
  readonly sha256: string
  readonly createdAt: Date
}

/** With the application, with an answer to a request, or by the office. */
export type DocumentOrigin = 'applicant' | 'answer' | 'office'
