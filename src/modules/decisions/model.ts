import type { Answers, ItemAnswer } from '#flow/index.ts'

/**
 * What a case worker decided, as it is stored: the outcome, the decision's own fields by id, under the id of the
 * group one entry an item (`trees`, told apart by `_id`), and which texts were chosen. `texts` replaces the wording
 * of a chosen condition, reason or hint in this one letter.
 */
export interface Decision {
  readonly outcome: string
  readonly conditions: readonly string[]
  readonly reasons: readonly string[]
  readonly hints: readonly string[]
  readonly texts?: Readonly<Record<string, string>> | undefined
  readonly [field: string]: unknown
}

/** The three lists of texts that a case worker chooses from. */
export const choiceLists = ['conditions', 'reasons', 'hints'] as const
export type ChoiceList = (typeof choiceLists)[number]

/** The values of some fields; what else a stored decision holds is left out. */
export function answersIn(decision: Decision, fields: readonly { readonly id: string }[]): Answers {
  return Object.fromEntries(
    fields.flatMap(({ id }) => (decision[id] === undefined ? [] : [[id, decision[id]]])),
  ) as Answers
}

/**
 * What was decided on each item, in the order of the items. Entries are found by `_id`; where none carries one (a
 * walk), by their place.
 */
export function itemAnswersIn(
  decision: Decision,
  of: string,
  items: readonly ItemAnswer[],
): readonly ItemAnswer[] {
  const entries = Array.isArray(decision[of]) ? (decision[of] as readonly Partial<ItemAnswer>[]) : []
  const hasIds = entries.some(entry => entry._id !== undefined)
  return items.map((item, index) => {
    const entry = hasIds ? entries.find(one => one._id === item._id) : entries[index]
    return { ...entry, _id: item._id }
  })
}
