import type { Answer, Answers } from '../answers.ts'
import type { Text } from '../format.ts'
import type { CompiledEligibility, CompiledField, CompiledPage, Told } from '../model.ts'

/** What the flow is opened with besides the answers; the only clock is `today`. */
export interface FlowContext {
  /** "YYYY-MM-DD" */
  readonly today: string
  /** The tenant's parameters; those not given take the package's default. */
  readonly param: Readonly<Record<string, unknown>>
  readonly portal?: string | undefined
}

/** A sentence of the engine by key, or one of the package. Said by `errorText`. */
export type FieldMessage = { readonly key: string; readonly values: Readonly<Record<string, Told>> } | Text

export interface FieldError {
  readonly page: string
  /** `family_name`, `applied_on.day`, `trees.0.height_m` */
  readonly field: string
  readonly code: string
  readonly message: FieldMessage
}

export interface OptionState {
  readonly value: string
  readonly label: Text
  readonly hint: Text | undefined
}

/** One visible question with its answer. */
export interface FieldState {
  readonly id: string
  readonly compiled: CompiledField
  readonly value: Answer | undefined
  readonly required: boolean
  /** Of this field only (items of a group have their own). */
  readonly errors: readonly FieldError[]
  readonly warnings: readonly FieldError[]
  /** The options to choose from now; code lists included. */
  options(): OptionState[]
  /** A proposal by the package while nothing is answered. */
  proposal(): Answer | undefined
  /** Entries of a group. */
  readonly items: readonly ItemState[]
}

export interface ItemState {
  readonly id: string
  /** From 0 */
  readonly index: number
  readonly fields: readonly FieldState[]
  readonly errors: readonly FieldError[]
  readonly complete: boolean
}

export interface PageState {
  readonly id: string
  readonly slug: string
  readonly section: string
  readonly title: Text
  readonly intro: Text | undefined
  readonly compiled: CompiledPage
  /** Visible fields in order. */
  readonly fields: readonly FieldState[]
  readonly complete: boolean
  readonly errors: readonly FieldError[]
  readonly warnings: readonly FieldError[]
}

export interface Progress {
  readonly section: string
  /** From 1 */
  readonly index: number
  readonly of: number
  readonly sections: readonly { readonly id: string; readonly title: Text; readonly done: boolean }[]
}

/** A form with answers: everything is computed from them, nothing is stored. */
export interface OpenFlow {
  readonly pages: readonly PageState[]
  page(id: string): PageState | undefined
  readonly first: PageState
  /** The first page that is not complete, where the resident goes on; 'review' when all are. */
  readonly resume: PageState | 'review'
  next(id: string): PageState | 'review'
  previous(id: string): PageState | undefined
  progress(pageId: string): Progress
  /** Only what stands on reachable pages in visible fields; this is what is submitted. */
  readonly answers: Answers
  readonly computed: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldError[]
  readonly warnings: readonly FieldError[]
  readonly eligibility: readonly CompiledEligibility[]
  readonly complete: boolean
  /** The value of any name as FEEL sees it: for conditions of fees, checks and notices. */
  lookup(name: string): unknown
}
