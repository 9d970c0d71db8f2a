import { type Answers, type Raw, readForm } from '#flow/index.ts'
import { answersIn, type ChoiceList, choiceLists, type Decision, itemAnswersIn } from '../model.ts'
import type { Matter } from '../notice/matter.ts'
import { contextOf, decisionPage, type OpenedFields } from './decision-fields.ts'
import { type DecisionError, type OpenedDecision, openDecision, tellError } from './open-decision.ts'

/**
 * Names in the page beside those of the fields. Fields carry their own id (`valid_until.day`), fields of items group,
 * place and id (`trees.0.verdict`). None of these can be an id.
 */
export const decisionNames = {
  /** Boxes: the ids of the texts that are chosen. */
  chosen: (list: ChoiceList) => `chosen.${list}`,
  /** "yes": the wording in `text.<id>` replaces the package's. */
  reworded: (id: string) => `reworded.${id}`,
  text: (id: string) => `text.${id}`,
  item: (of: string, index: number) => `${of}.${index}.`,
} as const

const longestText = 6000

export interface ReadDecision {
  /** All that was posted, also what does not count now: going back loses nothing. */
  readonly decision: Decision
  readonly opened: OpenedDecision
  /** Of what is asked: problems of reading and all others. */
  readonly errors: readonly DecisionError[]
  /** What was typed, by the names in the page. */
  readonly shown: Raw
  /** Names of fields that these very answers made visible: show the page again. */
  readonly appeared: readonly string[]
}

/**
 * Reads the posted form of a decision. Never throws on anything that was posted.
 *
 * @param saved what was known before; its outcome is the one that is read
 * @example const { errors, decision } = readDecision(matter, saved, form)
 */
export function readDecision(matter: Matter, saved: Decision, raw: Raw): ReadDecision {
  const before = openDecision(matter, saved)
  const { definition } = before
  const context = contextOf(matter)
  const fields = readFields(before.fields, {
    raw,
    prefix: '',
    context: { ...context, answers: answersIn(saved, definition.fields) },
  })
  const items = before.items.map(item => {
    const prefix = decisionNames.item(definition.items!.of, item.index)
    const entry = itemAnswersIn(saved, definition.items!.of, [{ _id: item.id }])[0]
    const { _id, ...answers } = entry ?? { _id: item.id }
    const read = readFields(item.fields, {
      raw,
      prefix,
      context: { ...context, answers: answers as Answers },
    })
    return { ...read, answers: { ...read.answers, _id: item.id } }
  })
  const decision: Decision = {
    ...saved,
    ...cleared(definition.fields),
    ...fields.answers,
    ...(definition.items && { [definition.items.of]: items.map(item => item.answers) }),
    ...chosenIn(raw, definition),
    texts: textsIn(raw, definition),
  }
  const opened = openDecision(matter, decision)
  const unread = [fields, ...items].flatMap(read => read.unread)
  const asked = unread.filter(({ field }) => field.includes('.') || opened.asked.has(field))
  const misread = new Set(asked.map(({ field }) => topOf(field)))
  const appeared = [fields, ...items].flatMap(read => read.appeared)
  const errors = opened.errors.filter(({ field }) => !misread.has(topOf(field)) && !appeared.includes(field))
  return { decision, opened, errors: [...asked, ...errors], shown: raw, appeared }
}

interface Reading {
  readonly raw: Raw
  readonly prefix: string
  readonly context: Parameters<typeof readForm>[2]['context']
}

function readFields(opened: OpenedFields | undefined, { raw, prefix, context }: Reading) {
  if (!opened) return { answers: {}, unread: [], appeared: [] }
  const own = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
  const read = readForm(opened.flow, decisionPage, { raw: own, context })
  const errors = read.errors.map(error => tellError(error, { flow: opened.flow, open: read.open }))
  // What is wrong with a value that is there is found when the decision is opened; here counts what could not be read.
  const unread = errors.filter(({ field }) => read.answers[field.split('.')[0]!] === undefined)
  return {
    answers: read.answers,
    unread: unread.map(error => ({ ...error, field: prefix + error.field })),
    appeared: read.appeared.map(id => prefix + id),
  }
}

/** `trees.0.replacement_until.day` and `trees.0.replacement_until` are one field, as are `until.day` and `until`. */
function topOf(path: string): string {
  const parts = path.split('.')
  return /^\d+$/.test(parts[1] ?? '') ? parts.slice(0, 3).join('.') : parts[0]!
}

/** A field that was emptied must not keep its old value. */
function cleared(fields: readonly { readonly id: string }[]): Record<string, undefined> {
  return Object.fromEntries(fields.map(({ id }) => [id, undefined]))
}

function chosenIn(raw: Raw, definition: OpenedDecision['definition']): Record<ChoiceList, readonly string[]> {
  const of = (list: ChoiceList) => {
    const posted = raw[decisionNames.chosen(list)]
    const ids = new Set(typeof posted === 'string' ? [posted] : posted)
    return definition[list].map(one => one.id).filter(id => ids.has(id))
  }
  return { conditions: of('conditions'), reasons: of('reasons'), hints: of('hints') }
}

function textsIn(raw: Raw, definition: OpenedDecision['definition']): Record<string, string> {
  const all = choiceLists.flatMap(list => definition[list].map(one => one.id))
  const texts = all.flatMap(id => {
    const typed = raw[decisionNames.text(id)]
    if (raw[decisionNames.reworded(id)] !== 'yes' || typeof typed !== 'string') return []
    const text = typed.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim().slice(0, longestText)
    return text === '' ? [] : [[id, text] as const]
  })
  return Object.fromEntries(texts)
}
