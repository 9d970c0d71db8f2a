import type { Text } from '#core/i18n/languages.ts'
import type { StaffId } from '#core/ids.ts'
import type { CheckAnswer } from '../record/fact.ts'

/** One question of the package's checks, for this application: with what the answers already say and what was found. */
export interface CheckView {
  /** `owner_consent`, of one item `photos.<item id>`: what `recordChecks` takes. */
  readonly key: string
  readonly id: string
  readonly group: string
  readonly question: Text
  readonly help?: Text | undefined
  /** Of one item: its place in the group, from 0. */
  readonly item?: { readonly group: string; readonly index: number } | undefined
  /** Answers to be shown beside it, by field; in an item's check also the fields of the item. */
  readonly evidence: readonly string[]
  readonly cite: readonly string[]
  /** Only needed for these outcomes; empty: for all. */
  readonly outcomes: readonly string[]
  /** Ready text for asking the applicant when the answer is "no". */
  readonly request?: Text | undefined
  /** What the answers say by themselves; `look`: look closely. Missing: only a person can tell. */
  readonly automatic?:
    | { readonly result: 'in_order' | 'look'; readonly because?: Text | undefined }
    | undefined
  /** What a worker recorded last. */
  readonly answer?:
    | {
        readonly result: CheckAnswer
        readonly note?: string | undefined
        readonly by?: StaffId | undefined
        readonly at: Date
      }
    | undefined
}

export interface CheckGroup {
  readonly id: string
  readonly title: Text
  readonly checks: readonly CheckView[]
}
