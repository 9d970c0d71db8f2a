// The format of form.yaml, blocks and code lists as data. Everything here is what a package may say.

export const LANGS = ['de', 'de-leicht', 'en'] as const
export type Lang = (typeof LANGS)[number]
/** A text in every language of the portal. None may be missing. */
export type Text = Readonly<Record<Lang, string>>

/** A FEEL expression; YAML may also give a plain `true`, `false` or number. */
export type Feel = string | number | boolean

export const FIELD_TYPES = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'time',
  'yesno',
  'choice',
  'multichoice',
  'address',
  'parcel',
  'mappoint',
  'iban',
  'email',
  'phone',
  'upload',
  'group',
  'declaration',
  'info',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export interface Option {
  readonly value: string
  readonly label: Text
  readonly hint?: Text | undefined
  readonly when?: Feel | undefined
}

export interface Rule {
  /** true = fine */
  readonly check: Feel
  readonly message: Text
  /** A warning is shown but does not block. Default: error. */
  readonly severity?: 'error' | 'warning' | undefined
}

export interface Field {
  readonly id: string
  readonly type: FieldType
  readonly label?: Text | undefined
  readonly hint?: Text | undefined
  readonly why?: Text | undefined
  readonly example?: Text | undefined
  readonly personal?: boolean | undefined
  readonly required?: Feel | undefined
  readonly required_message?: Text | undefined
  readonly when?: Feel | undefined
  readonly default?: Feel | undefined
  readonly rules?: readonly Rule[] | undefined
  readonly autocomplete?: string | undefined
  // choice, multichoice
  readonly options?: readonly Option[] | undefined
  readonly codelist?: string | undefined
  readonly as?: 'radios' | 'select' | 'search' | undefined
  // number, money (cents), group (how many)
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly decimals?: number | undefined
  readonly unit?: string | undefined
  readonly min_date?: Feel | undefined
  readonly max_date?: Feel | undefined
  // text, longtext
  readonly min_length?: number | undefined
  readonly max_length?: number | undefined
  readonly pattern?: string | undefined
  readonly pattern_message?: Text | undefined
  readonly characters?: 'name' | undefined
  // upload
  readonly accept?: readonly UploadType[] | undefined
  readonly min_files?: number | undefined
  readonly max_files?: number | undefined
  readonly max_mb?: number | undefined
  readonly later?: boolean | undefined
  readonly capture?: boolean | undefined
  // group
  readonly item?: Text | undefined
  readonly fields?: readonly FieldOrUse[] | undefined
  // declaration, info
  readonly text?: Text | undefined
  readonly tone?: 'info' | 'warning' | 'success' | undefined
}
export type UploadType = 'jpeg' | 'png' | 'heic' | 'pdf'

/** A block put in place: its fields get the ids `<as>_<id>`. */
export interface Use {
  readonly use: string
  readonly as: string
  readonly with?: Readonly<Record<string, Partial<Field> | false>> | undefined
  readonly when?: Feel | undefined
}
export type FieldOrUse = Field | Use

export interface Page {
  readonly id: string
  readonly slug?: string | undefined
  readonly section: string
  readonly title: Text
  readonly intro?: Text | undefined
  readonly when?: Feel | undefined
  readonly fields: readonly FieldOrUse[]
}

export interface Eligibility {
  readonly id: string
  readonly after: string
  readonly when: Feel
  readonly title: Text
  readonly text: Text
  readonly continue: Text
}

export interface FormDefinition {
  readonly format: 'torhaus/form/1'
  readonly sections: readonly { readonly id: string; readonly title: Text }[]
  readonly pages: readonly Page[]
  readonly computed?: readonly { readonly id: string; readonly value: Feel }[] | undefined
  readonly extension_points?: readonly { readonly id: string; readonly page: string }[] | undefined
  readonly eligibility?: readonly Eligibility[] | undefined
}

export interface Block {
  readonly format: 'torhaus/block/1'
  readonly id: string
  readonly title?: Text | undefined
  readonly fields: readonly FieldOrUse[]
}

export interface CodelistEntry {
  readonly code: string
  readonly label: Text
  readonly hint?: Text | undefined
  readonly [column: string]: unknown
}
export interface Codelist {
  readonly format: 'torhaus/codelist/1'
  readonly id: string
  readonly title?: Text | undefined
  readonly source?: string | undefined
  readonly entries: readonly CodelistEntry[]
}

export const PARAMETER_TYPES = ['number', 'money', 'text', 'yesno', 'codes', 'date_md'] as const
export interface Parameter {
  readonly type: (typeof PARAMETER_TYPES)[number]
  readonly default: unknown
  readonly label?: Text | undefined
  readonly codelist?: string | undefined
  readonly unit?: string | undefined
  readonly example?: boolean | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** What a form may draw on besides itself. */
export interface FlowLibrary {
  readonly blocks: Readonly<Record<string, Block>>
  readonly codelists: Readonly<Record<string, Codelist>>
  readonly parameters: Readonly<Record<string, Parameter>>
}
