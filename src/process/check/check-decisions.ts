import { type Fault, faultAt } from '../fault.ts'
import {
  boundariesOf,
  type Flow,
  getNode,
  outgoingOf,
  type ProcessModel,
  type ProcessNode,
} from '../model.ts'

/** Name of the effect that gives the notice to the one it is for. */
const noticeEffect = 'provide-notice'

/**
 * A decision takes effect by its notification only (§ 43 (1) VwVfG), so every way from a deciding outcome
 * to an end must pass the notice. Ways that come back to the decision are followed when it is taken again.
 */
export function checkDecisions(model: ProcessModel): Fault[] {
  return [...model.nodes.values()].flatMap(node =>
    node.decides
      .filter(outcome => missesNotice(model, node, outcome))
      .map(outcome => {
        return faultAt('decision-without-notice', node, outcome)
      }),
  )
}

function missesNotice(model: ProcessModel, decision: ProcessNode, outcome: string): boolean {
  const open = next(model, decision, outcome).map(node => ({ node, decided: true }))
  const seen = new Set<string>()
  let found = false
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, decided } = at
    if (node.effect === noticeEffect) found = true
    if (node.id === decision.id || node.effect === noticeEffect || seen.has(`${node.id} ${decided}`)) continue
    seen.add(`${node.id} ${decided}`)
    if (node.kind === 'end' || node.kind === 'terminate') return true
    // The outcome is the decision's until another task has one of its own.
    const still = decided && node.kind !== 'task'
    const after = next(model, node, still ? outcome : undefined)
    open.push(...after.map(each => ({ node: each, decided: still })))
    open.push(...boundariesOf(model, node.id).map(each => ({ node: each, decided: still })))
  }
  return !found
}

function next(model: ProcessModel, node: ProcessNode, outcome: string | undefined): ProcessNode[] {
  return outgoingOf(model, node)
    .filter(flow => mayTake(flow, outcome))
    .map(flow => getNode(model, flow.target))
}

function mayTake({ condition }: Flow, outcome: string | undefined): boolean {
  if (!condition || outcome === undefined || condition.names.join() !== 'outcome') return true
  return condition.holds(() => outcome)
}
