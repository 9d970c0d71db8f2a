import type { Answer, FieldState } from '#flow/index.ts'
import { type ChoiceList, choiceLists, type Decision } from '../model.ts'
import { getNotice, holds, type Matter } from '../notice/matter.ts'
import { fieldsOf } from './decision-fields.ts'
import { type OpenedDecision, openDecision } from './open-decision.ts'

/** Proposals may build on each other, such as a day of payment on whether there is a fee. */
const rounds = 3

/**
 * What the package proposes for an outcome: values of all fields, and the texts that are chosen by default. The case
 * worker begins with it.
 */
export function proposeDecision(matter: Matter, outcome: string): Decision {
  const all = getNotice(matter, outcome)
  const everything = (list: ChoiceList) => all[list].map(one => one.id)
  // With every text chosen every field is asked, so that each default may look at each value.
  let proposed: Decision = {
    outcome,
    conditions: everything('conditions'),
    reasons: everything('reasons'),
    hints: everything('hints'),
  }
  let opened = openDecision(matter, proposed)
  for (let round = 0; round < rounds; round += 1) {
    proposed = { ...proposed, ...valuesOf(opened) }
    opened = openDecision(matter, proposed)
  }
  const chosen = choiceLists.map(list => [list, defaultsOf(opened, list)] as const)
  return { ...proposed, ...Object.fromEntries(chosen) }
}

function valuesOf({ fields, items, definition }: OpenedDecision): Record<string, unknown> {
  const values = Object.fromEntries(fieldsOf(fields).flatMap(proposalOf))
  if (!definition.items) return values
  const entries = items.map(item => ({
    ...Object.fromEntries(fieldsOf(item.fields).flatMap(proposalOf)),
    _id: item.id,
  }))
  return { ...values, [definition.items.of]: entries }
}

function proposalOf(state: FieldState): [string, Answer][] {
  const value = state.value ?? state.proposal()
  return value === undefined ? [] : [[state.id, value]]
}

function defaultsOf({ choices, lookup }: OpenedDecision, list: ChoiceList): string[] {
  return choices[list]
    .filter(one => one.isLocked || (one.default !== undefined && holds(one.default, lookup)))
    .map(one => one.id)
}
