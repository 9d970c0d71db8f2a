// The format of the files beside form.yaml, as far as the portal reads them by type. Their full shape is
// in catalogue/schema; `torhaus check` has held the files against it.
import type { Feel, Flow, FormDefinition, Parameter, Text } from '#flow/index.ts'

export interface ServiceDefinition {
  readonly format: 'torhaus/service/1'
  readonly id: string
  readonly version: string
  readonly leika?: readonly string[]
  readonly audience: readonly ('person' | 'organisation' | 'staff')[]
  readonly title: Text
  readonly summary: Text
  readonly keywords: Readonly<Record<keyof Text, readonly string[]>>
  readonly facts: {
    readonly who: Text
    readonly cost: Text
    readonly duration: Text
    readonly documents?: readonly Text[]
    readonly procedure?: readonly Text[]
    readonly alternatives?: Text
  }
  readonly legal_basis: readonly { readonly cite: string; readonly url?: string; readonly about: Text }[]
  readonly responsibility: { readonly level: 'municipality' | 'district' }
  readonly trust_level: 'basic' | 'low' | 'substantial' | 'high'
  readonly written_form: boolean
  readonly procedural_law: 'vwvfg' | 'ao' | 'sgbx'
  readonly delivery: readonly ('portal' | 'post')[]
  readonly clock?: {
    readonly days: Feel
    readonly starts: 'submitted' | 'complete'
    readonly on_expiry: 'none' | 'deemed_granted'
    readonly cite?: string
    readonly when?: Feel
  }
  readonly retention: { readonly months: number; readonly after: 'closed' | 'submitted' }
  readonly parameters?: Readonly<Record<string, Parameter>>
  readonly process: string
  readonly fee?: { readonly cents: Feel; readonly text?: Text }
  readonly outcomes: readonly Outcome[]
  readonly purpose: Text
  /** Which answers are the applicant's name, e-mail, address and so on, as FEEL over the form. */
  readonly bindings?: Readonly<Record<string, Feel>>
}

export interface Outcome {
  readonly id: string
  readonly title: Text
  readonly about?: Text
  /** Path of the notice in the package: `notices/grant.yaml` */
  readonly notice: string
  readonly effect: 'favourable' | 'mixed' | 'unfavourable' | 'declaratory'
  readonly suggest?: Feel
  readonly cosign?: Feel
}

export interface ChecksDefinition {
  readonly format: 'torhaus/checks/1'
  readonly groups: readonly { readonly id: string; readonly title: Text }[]
  readonly checks: readonly CheckDefinition[]
}
export interface CheckDefinition {
  readonly id: string
  readonly group: string
  readonly question: Text
  readonly help?: Text
  readonly when?: Feel
  readonly each?: { readonly of: string; readonly as: string; readonly with?: string }
  readonly auto?: Feel
  readonly because?: Text
  readonly evidence?: readonly string[]
  readonly cite?: readonly string[]
  readonly outcomes?: readonly string[]
  readonly request?: Text
}

export interface WalkDefinition {
  readonly format: 'torhaus/walk/1'
  readonly name: string
  readonly about?: string
  readonly tenant: string
  readonly portal?: string
  readonly language: keyof Text
  readonly today: string
  readonly param?: Readonly<Record<string, unknown>>
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly uploads?: Readonly<
    Record<string, readonly { readonly name: string; readonly type: 'jpeg' | 'png' | 'pdf' }[]>
  >
  readonly expect: {
    readonly pages: readonly string[]
    readonly eligibility?: readonly string[]
    readonly warnings?: readonly string[]
    readonly computed?: Readonly<Record<string, unknown>>
    readonly checks?: Readonly<Record<string, boolean | null>>
  }
  readonly desk?: readonly { readonly request: string; readonly answer?: string }[]
  readonly decision?: { readonly outcome: string; readonly [field: string]: unknown }
  readonly letter?: { readonly has?: readonly string[]; readonly lacks?: readonly string[] }
}

/** A service ready to be used: all its files read, its form compiled. */
export interface ServicePackage {
  readonly id: string
  readonly version: string
  readonly dir: string
  /** "bauen-umwelt": the folder above */
  readonly sector: string
  readonly service: ServiceDefinition
  readonly form: FormDefinition
  readonly flow: Flow
  readonly checks: ChecksDefinition | undefined
  /** Notices by file name without ".yaml", as data. Their shape belongs to the letter renderer. */
  readonly notices: Readonly<Record<string, unknown>>
  readonly noticeBlocks: unknown
  readonly walks: readonly WalkDefinition[]
}
