import type { Feel, Field, Text } from '#flow/index.ts'

/** A piece of the letter as the package says it (catalogue/schema/notice.json); strings may hold placeholders. */
export type NoticeBlock =
  | string
  | { readonly text: string; readonly when?: Feel }
  | { readonly blocks: readonly NoticeBlock[]; readonly when?: Feel }
  | (Each & { readonly item: string })
  | (Each & { readonly columns: readonly Column[] })

/** Goes over the items of a group; `with` names a computed list of the same length. */
export interface Each {
  readonly each: string
  readonly as: string
  readonly with?: string
  /** Only items that hold this. */
  readonly when?: Feel
}

export interface Column {
  readonly head: string
  readonly text: string
  readonly when?: Feel
}

/** A text that the case worker may choose. */
export interface Choice {
  readonly id: string
  readonly label: string
  /** Offered only then. */
  readonly when?: Feel
  readonly default?: Feel
  /** Cannot be taken out while it is offered. */
  readonly locked?: boolean
  readonly text: readonly NoticeBlock[]
  /** Fields of the decision that are asked when it is chosen. */
  readonly fields?: readonly string[]
  /** Reasons only: stands above this one and those that follow. */
  readonly heading?: string
  /** Conditions only: § 36 Abs. 2 Nr. 1 bis 5 VwVfG. */
  readonly kind?: 'term' | 'condition' | 'revocation' | 'obligation' | 'later_obligation'
}

export interface DecisionItems {
  readonly of: string
  readonly as: string
  readonly with?: string
  readonly label: string
  readonly fields: readonly Field[]
}

/** A notice with everything that it takes from notices/blocks.yaml. */
export interface NoticeDefinition {
  readonly id: string
  readonly remedy: boolean
  readonly title: string
  readonly subject: string
  readonly salutation: readonly { readonly when?: Feel; readonly text: string }[]
  readonly summary: Text
  readonly lead: readonly NoticeBlock[]
  readonly operative: readonly NoticeBlock[]
  readonly conditions: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly hints: readonly Choice[]
  readonly fee: readonly NoticeBlock[]
  readonly fields: readonly Field[]
  readonly items?: DecisionItems | undefined
}

type Data = Readonly<Record<string, unknown>>

const read = new WeakMap<object, NoticeDefinition>()

/** A notice of the package as data, with `use` replaced by what it names. Read once per package. */
export function readNotice(notice: unknown, shared: unknown): NoticeDefinition {
  const known = read.get(notice as object)
  if (known) return known
  const raw = notice as Data & NoticeDefinition
  const from = (shared ?? {}) as Data
  const list = <T>(key: string, within: unknown = raw[key]) =>
    ((within ?? []) as readonly Data[]).map(one => used(one, from[key])) as unknown as readonly T[]
  const decision = (raw.decision ?? {}) as Data
  const items = decision.items as (Data & DecisionItems) | undefined
  const definition: NoticeDefinition = {
    ...raw,
    salutation: whole(raw.salutation, from),
    lead: whole(raw.lead, from),
    fee: whole(raw.fee, from),
    conditions: list('conditions'),
    reasons: list('reasons'),
    hints: list('hints'),
    fields: list('fields', decision.fields),
    items: items && { ...items, fields: list('fields', items.fields) },
  }
  read.set(raw, definition)
  return definition
}

/** `{ use: id, … }`: the shared entry of that id; further keys replace its own. */
function used(one: Data, shared: unknown): Data {
  if (typeof one.use !== 'string') return one
  const { use, ...own } = one
  const found = ((shared ?? []) as readonly Data[]).find(entry => entry.id === use)
  if (!found) throw new Error(`notices/blocks.yaml has no ${use}`)
  return { ...found, ...own }
}

/** A list of its own, or `{ use: name }` for a whole shared one. */
function whole<T>(given: readonly T[] | undefined, shared: Data): readonly T[] {
  const name = (given as unknown as Data | undefined)?.use
  return ((typeof name === 'string' ? shared[name] : given) ?? []) as readonly T[]
}
