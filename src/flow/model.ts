import type { RE2JS } from 're2js'
import type { Answer, Raw, Shown } from './answers.ts'
import type { Program } from './feel/program.ts'
import type { Shape } from './feel/shape.ts'
import type { Field, FlowLibrary, FormDefinition, Lang, Option, Rule, Text } from './format.ts'

/** A form that was compiled once; never changes. Made by `compileFlow`, used by every request. */
export interface Flow {
  readonly definition: FormDefinition
  readonly library: FlowLibrary
  readonly pages: readonly CompiledPage[]
  readonly pageById: ReadonlyMap<string, CompiledPage>
  /** All fields of the form outside groups, by id. */
  readonly fieldById: ReadonlyMap<string, CompiledField>
  readonly computed: ReadonlyMap<string, Program>
  /** What FEEL may name, with what is known of it; for checking expressions beside the form. */
  readonly names: ReadonlyMap<string, Shape>
  readonly eligibility: readonly CompiledEligibility[]
  /** Code lists as FEEL sees them: `lists.<codelist>` keyed by code. */
  readonly lists: Readonly<Record<string, unknown>>
  readonly parameterDefaults: Readonly<Record<string, unknown>>
}

export interface CompiledPage {
  readonly id: string
  readonly slug: string
  readonly section: string
  readonly title: Text
  readonly intro: Text | undefined
  readonly when: Program | undefined
  readonly fields: readonly CompiledField[]
}

export interface CompiledField {
  readonly id: string
  readonly field: Field
  readonly kind: Kind
  readonly pageId: string
  readonly when: Program | undefined
  readonly required: boolean | Program
  readonly initial: Program | undefined
  readonly minDate: Program | undefined
  readonly maxDate: Program | undefined
  readonly rules: readonly CompiledRule[]
  readonly options: ReadonlyMap<string, CompiledOption>
  readonly pattern: RE2JS | undefined
  /** The fields of one item of a group. */
  readonly items: readonly CompiledField[]
}

export interface CompiledOption extends Option {
  readonly shownWhen: Program | undefined
}
export interface CompiledRule extends Rule {
  readonly program: Program
}
export interface CompiledEligibility {
  readonly id: string
  readonly after: string
  readonly program: Program
  readonly title: Text
  readonly text: Text
  readonly continue: Text
}

/** What is wrong with one answer; `code` is a key of messages.<lang>.json unless the package has its own text. */
export interface Problem {
  readonly code: string
  /** The part of a composite answer it is about: `street`, `day` */
  readonly part?: string | undefined
  readonly values?: Readonly<Record<string, Told>> | undefined
}
/** A value inside a message; written in the reader's language when the message is said. */
export type Told =
  | string
  | number
  | { readonly amount: number; readonly unit: string }
  | { readonly cents: number }
  | { readonly day: string }
  | Text

/** What was read from a posted form; a value may be there although it is wrong, so that it can be shown. */
export interface Read {
  readonly value: Answer | undefined
  readonly problem?: Problem | undefined
}

/** All that is special about one type of field. */
export interface Kind {
  /** What FEEL may know of its value beforehand. */
  shape(field: CompiledField): Shape
  /** Whether a stored value has the right form at all; anything else counts as unanswered. */
  isWell(value: unknown): boolean
  read(field: CompiledField, raw: Raw): Read
  check(field: CompiledField, value: Answer): readonly Problem[]
  /** The value under its HTML names, to fill a page again. */
  show(id: string, value: Answer): Shown
  /** The value as a sentence part people can read. */
  tell(field: CompiledField, value: Answer, lang: Lang): string
  feel(value: Answer): unknown
  /** What FEEL sees while there is no answer. */
  readonly unanswered: null | readonly never[]
  /** HTML names below the field's own: `day`, `month` */
  readonly parts: readonly string[]
}
