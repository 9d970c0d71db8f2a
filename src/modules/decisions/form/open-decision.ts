import type { Answers, CompiledField, FieldState, ItemAnswer, Lookup, Text } from '#flow/index.ts'
import { errorText } from '#flow/index.ts'
import type { Outcome } from '#modules/catalogue/index.ts'
import { answersIn, type ChoiceList, choiceLists, type Decision, itemAnswersIn } from '../model.ts'
import type { Choice, NoticeDefinition } from '../notice/definition.ts'
import { type Entered, findOutcome, getNotice, holds, type Matter, noticeLookup } from '../notice/matter.ts'
import { fieldsOf, type OpenedFields, openFields } from './decision-fields.ts'

/** One item with what is decided on it. */
export interface OpenedItem {
  /** `_id` of the application's item. */
  readonly id: string
  readonly index: number
  /** The item's answers, its computed entries, `n` and `decision`, as FEEL sees them. */
  readonly values: Readonly<Record<string, unknown>>
  readonly fields: OpenedFields | undefined
}

/** A text that is offered with this decision. */
export interface OfferedChoice extends Choice {
  readonly isChosen: boolean
  readonly isLocked: boolean
}

/** A decision as far as it is made: computed anew at each request, nothing of it is stored. */
export interface OpenedDecision {
  readonly matter: Matter
  readonly definition: NoticeDefinition
  readonly outcome: Outcome
  /** What counts: only visible fields that are asked, only texts that are offered. */
  readonly decision: Decision
  /** All fields that are not hidden, asked or not. */
  readonly fields: OpenedFields | undefined
  /** Ids of the fields that are asked with the texts chosen now. */
  readonly asked: ReadonlySet<string>
  readonly items: readonly OpenedItem[]
  readonly choices: Readonly<Record<ChoiceList, readonly OfferedChoice[]>>
  readonly errors: readonly DecisionError[]
  /** Every name of the notice, with the decision filled in. */
  readonly lookup: Lookup
}

export interface DecisionError {
  /** `valid_until`, `trees.0.verdict`, `replacement_until.day`: also the name in the page. */
  readonly field: string
  readonly text: Text
}

/**
 * Opens a decision: which fields are asked, what is wrong with them, which texts are offered and chosen.
 *
 * @throws when the service knows no such outcome
 * @example openDecision(matter, proposeDecision(matter, 'grant')).errors
 */
export function openDecision(matter: Matter, decision: Decision): OpenedDecision {
  const outcome = findOutcome(matter, decision.outcome)
  const definition = getNotice(matter, decision.outcome)
  const opened = openParts(matter, definition, decision)
  const { fields, items } = opened
  // Texts that are no longer offered take the fields with them that only they ask for.
  const wanted = chosenIds(definition, decision)
  const lookup = lookupWith(opened, decision, wanted)
  const choices = offeredChoices(definition, wanted, lookup)
  const chosen = idsOf(choices)
  const asked = askedFields(definition, chosen)
  const final = lookupWith(opened, decision, chosen)
  const counted = countedDecision(opened, decision, { chosen, asked })
  const errors = [...errorsOf(fields, asked), ...items.flatMap(item => itemErrors(item, definition))]
  return {
    matter,
    definition,
    outcome: outcome!,
    decision: counted,
    fields,
    asked,
    items,
    choices,
    errors,
    lookup: final,
  }
}

type Chosen = Readonly<Record<ChoiceList, readonly string[]>>

interface Parts {
  readonly matter: Matter
  readonly definition: NoticeDefinition
  readonly fields: OpenedFields | undefined
  readonly items: readonly OpenedItem[]
}

function openParts(matter: Matter, definition: NoticeDefinition, decision: Decision): Parts {
  const begun: Entered = { outcome: decision.outcome, conditions: [], reasons: [], hints: [] }
  const items = openItems(matter, definition, { decision, begun })
  const entered = { ...begun, ...itemsEntered(definition, items) }
  const answers = answersIn(decision, definition.fields)
  const around = { matter, lookup: noticeLookup(matter, entered) }
  return { matter, definition, items, fields: openFields(definition.fields, answers, around) }
}

function openItems(
  matter: Matter,
  definition: NoticeDefinition,
  { decision, begun }: { decision: Decision; begun: Entered },
): OpenedItem[] {
  const { items } = definition
  if (!items) return []
  const given = (matter.open.answers[items.of] ?? []) as readonly ItemAnswer[]
  const outer = noticeLookup(matter, begun)
  const seen = (name: string) => (outer(name) ?? []) as readonly Readonly<Record<string, unknown>>[]
  return itemAnswersIn(decision, items.of, given).map((entry, index) => {
    const values = { ...seen(items.of)[index], ...(items.with ? seen(items.with)[index] : {}), n: index + 1 }
    const lookup: Lookup = name => (name === items.as ? values : outer(name))
    const { _id, ...answers } = entry
    const fields = openFields(items.fields, answers as Answers, { matter, lookup, alias: items.as })
    return { id: _id, index, fields, values: { ...values, decision: feelOf(items.fields, fields) } }
  })
}

/** Fields as FEEL sees them: what is hidden or not asked counts as unanswered. */
function feelOf(
  all: readonly { readonly id: string }[],
  opened: OpenedFields | undefined,
  asked?: ReadonlySet<string>,
): Record<string, unknown> {
  const visible = new Map(fieldsOf(opened).map(state => [state.id, state]))
  return Object.fromEntries(
    all.map(({ id }) => {
      const state = asked && !asked.has(id) ? undefined : visible.get(id)
      const kind = (state?.compiled ?? compiledOf(opened, id))?.kind
      return [id, state?.value === undefined ? (kind?.unanswered ?? null) : kind!.feel(state.value)]
    }),
  )
}

function compiledOf(opened: OpenedFields | undefined, id: string): CompiledField | undefined {
  return opened?.flow.fieldById.get(id)
}

function itemsEntered({ items }: NoticeDefinition, opened: readonly OpenedItem[]): Record<string, unknown> {
  return items ? { [items.of]: opened.map(item => item.values.decision) } : {}
}

function lookupWith(
  { matter, definition, fields, items }: Parts,
  decision: Decision,
  chosen: Chosen,
): Lookup {
  const asked = askedFields(definition, chosen)
  return noticeLookup(matter, {
    ...feelOf(definition.fields, fields, asked),
    ...itemsEntered(definition, items),
    ...chosen,
    outcome: decision.outcome,
  })
}

/** What somebody chose, and what cannot be taken out. */
function chosenIds(definition: NoticeDefinition, decision: Decision): Chosen {
  const of = (list: ChoiceList) =>
    definition[list].filter(one => one.locked || decision[list].includes(one.id)).map(one => one.id)
  return { conditions: of('conditions'), reasons: of('reasons'), hints: of('hints') }
}

function offeredChoices(
  definition: NoticeDefinition,
  chosen: Chosen,
  lookup: Lookup,
): OpenedDecision['choices'] {
  const of = (list: ChoiceList): OfferedChoice[] =>
    definition[list]
      .filter(one => holds(one.when, lookup))
      .map(one => ({ ...one, isChosen: chosen[list].includes(one.id), isLocked: one.locked ?? false }))
  return { conditions: of('conditions'), reasons: of('reasons'), hints: of('hints') }
}

function idsOf(choices: OpenedDecision['choices']): Chosen {
  const of = (list: ChoiceList) => choices[list].filter(one => one.isChosen).map(one => one.id)
  return { conditions: of('conditions'), reasons: of('reasons'), hints: of('hints') }
}

/** A field that some text names is asked only with it; all others always. */
function askedFields(definition: NoticeDefinition, chosen: Chosen): ReadonlySet<string> {
  const all = choiceLists.flatMap(list => definition[list].map(one => ({ ...one, list })))
  const tied = new Set(all.flatMap(one => one.fields ?? []))
  const called = new Set(
    all.filter(one => chosen[one.list].includes(one.id)).flatMap(one => one.fields ?? []),
  )
  return new Set(definition.fields.map(({ id }) => id).filter(id => !tied.has(id) || called.has(id)))
}

function countedDecision(
  { definition, fields, items }: Parts,
  decision: Decision,
  { chosen, asked }: { chosen: Chosen; asked: ReadonlySet<string> },
): Decision {
  const answered = fieldsOf(fields).filter(({ id, value }) => asked.has(id) && value !== undefined)
  const kept = new Set(choiceLists.flatMap(list => chosen[list]))
  const texts = Object.entries(decision.texts ?? {}).filter(([id]) => kept.has(id))
  return {
    ...Object.fromEntries(answered.map(({ id, value }) => [id, value])),
    ...(definition.items && { [definition.items.of]: items.map(countedItem) }),
    ...(texts.length > 0 && { texts: Object.fromEntries(texts) }),
    ...chosen,
    outcome: decision.outcome,
  }
}

function countedItem({ id, fields }: OpenedItem): ItemAnswer {
  const answered = fieldsOf(fields).filter(({ value }) => value !== undefined)
  return { ...Object.fromEntries(answered.map(state => [state.id, state.value])), _id: id }
}

function errorsOf(opened: OpenedFields | undefined, asked?: ReadonlySet<string>): DecisionError[] {
  return fieldsOf(opened)
    .filter(({ id }) => !asked || asked.has(id))
    .flatMap(state => state.errors.map(error => tellError(error, opened!)))
}

function itemErrors({ index, fields }: OpenedItem, { items }: NoticeDefinition): DecisionError[] {
  return errorsOf(fields).map(error => ({ ...error, field: `${items!.of}.${index}.${error.field}` }))
}

export function tellError(error: FieldState['errors'][number], filling: OpenedFields): DecisionError {
  const say = (lang: keyof Text) => errorText(error, { ...filling, lang })
  return { field: error.field, text: { de: say('de'), 'de-leicht': say('de-leicht'), en: say('en') } }
}
