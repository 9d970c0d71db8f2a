import { compileExpression } from '#flow/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import type { CaseFact } from '../record/fact.ts'
import { type CheckedItem, type CheckSurroundings, checkLookup, itemsOf } from './check-scope.ts'
import { fillBecause } from './fill-because.ts'
import type { CheckGroup, CheckView } from './model.ts'

type Checks = NonNullable<ServicePackage['checks']>
type Check = Checks['checks'][number]

/**
 * The checks that apply to this application, in the order and under the headings of the package. Nothing here
 * decides: what the answers say is pre-filled, the worker may overrule it.
 */
export function viewChecks(
  definition: Checks | undefined,
  around: CheckSurroundings,
  facts: readonly CaseFact[],
): CheckGroup[] {
  if (!definition) return []
  const views = definition.checks.flatMap(check => viewCheck(check, around, facts))
  return definition.groups
    .map(({ id, title }) => ({ id, title, checks: views.filter(view => view.group === id) }))
    .filter(group => group.checks.length > 0)
}

function viewCheck(check: Check, around: CheckSurroundings, facts: readonly CaseFact[]): CheckView[] {
  const items = check.each ? itemsOf(around, check.each) : [undefined]
  return items.flatMap(item => {
    const lookup = checkLookup(around, item)
    if (check.when !== undefined && compileExpression(check.when).run(lookup) !== true) return []
    const key = item ? `${check.id}.${item.id}` : check.id
    return [
      {
        key,
        id: check.id,
        group: check.group,
        question: check.question,
        help: check.help,
        item: item && { group: item.each.of, index: item.index },
        evidence: check.evidence ?? [],
        cite: check.cite ?? [],
        outcomes: check.outcomes ?? [],
        request: check.request,
        automatic: automatic(check, around, item),
        answer: answerOf(key, facts),
      },
    ]
  })
}

function automatic(
  check: Check,
  around: CheckSurroundings,
  item: CheckedItem | undefined,
): CheckView['automatic'] {
  if (check.auto === undefined) return undefined
  const result = compileExpression(check.auto).run(checkLookup(around, item))
  if (typeof result !== 'boolean') return undefined
  const because = check.because && fillBecause(check.because, around, item)
  return { result: result ? 'in_order' : 'look', because }
}

function answerOf(key: string, facts: readonly CaseFact[]): CheckView['answer'] {
  const found = facts.findLast(fact => fact.type === 'check.recorded' && fact.data.check === key)
  if (found?.type !== 'check.recorded') return undefined
  const { result, note } = found.data
  return { result, note, by: found.actor.kind === 'staff' ? found.actor.id : undefined, at: found.at }
}

/** Checks that still need a person before this outcome: not answered, or needed and answered with "no". */
export function openChecks(groups: readonly CheckGroup[], outcome?: string): CheckView[] {
  return groups
    .flatMap(group => group.checks)
    .filter(check => outcome === undefined || check.outcomes.length === 0 || check.outcomes.includes(outcome))
    .filter(({ answer, automatic: found }) =>
      answer ? answer.result === 'no' : found?.result !== 'in_order',
    )
}
