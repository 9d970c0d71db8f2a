import { type Fault, faultAt } from '../fault.ts'
import { boundariesOf, getNode, nodesOf, outgoingOf, type ProcessModel, type ProcessNode } from '../model.ts'

/** Where tokens begin, where they may go, where they end: seen on the drawing alone. */
export function checkPaths(model: ProcessModel): Fault[] {
  const scopes = [...model.nodes.values()].filter(
    ({ kind }) => kind === 'sub-process' || kind === 'event-sub-process',
  )
  return [{ id: model.id, name: model.name }, ...scopes].flatMap(scope => checkScope(model, scope))
}

function checkScope(model: ProcessModel, scope: { id: string; name: string }): Fault[] {
  const nodes = nodesOf(model, scope.id)
  const starts = nodes.filter(node => node.kind === 'start')
  const faults = startFaults(model, scope, starts)
  const ends = nodes.filter(node => node.kind === 'end' || node.kind === 'terminate')
  if (ends.length === 0) faults.push(faultAt('end-missing', scope))
  const reached = reachableFrom(model, [
    ...starts,
    ...nodes.filter(node => node.kind === 'event-sub-process'),
  ])
  for (const node of nodes) {
    if (!reached.has(node.id)) faults.push(faultAt('unreachable', node))
    else if (node.outgoing.length === 0 && mustLead(node)) faults.push(faultAt('dead-end', node))
    faults.push(...gatewayFaults(model, node))
  }
  return faults
}

function startFaults(
  model: ProcessModel,
  scope: { id: string; name: string },
  starts: ProcessNode[],
): Fault[] {
  const [first, second] = starts
  if (!first) return [faultAt('start-missing', scope)]
  if (second) return [faultAt('several-starts', second)]
  const listens = model.nodes.get(scope.id)?.kind === 'event-sub-process'
  return listens && !first.message ? [faultAt('message-missing', first)] : []
}

function mustLead(node: ProcessNode): boolean {
  return node.kind !== 'end' && node.kind !== 'terminate' && node.kind !== 'event-sub-process'
}

function reachableFrom(model: ProcessModel, starts: readonly ProcessNode[]): Set<string> {
  const reached = new Set<string>()
  const open = [...starts]
  for (let node = open.pop(); node; node = open.pop()) {
    if (reached.has(node.id)) continue
    reached.add(node.id)
    open.push(
      ...boundariesOf(model, node.id),
      ...outgoingOf(model, node).map(flow => getNode(model, flow.target)),
    )
  }
  return reached
}

function gatewayFaults(model: ProcessModel, node: ProcessNode): Fault[] {
  const flows = outgoingOf(model, node)
  if (node.kind === 'event-gateway') {
    const targets = flows.map(flow => getNode(model, flow.target))
    const wrong = targets.filter(target => target.kind !== 'wait' && target.kind !== 'timer')
    return wrong.map(target => faultAt('event-gateway-target', node, target.name || target.id))
  }
  if (node.kind === 'parallel') {
    const conditional = flows.filter(flow => flow.condition)
    return conditional.map(flow => faultAt('gateway-pointless', node, flow.condition?.text))
  }
  if (flows.length === 0 || node.fallback !== undefined) return []
  // A choice by outcome alone is played through with every outcome; see check-search.ts.
  const open = flows.every(flow => flow.condition && flow.condition.names.join() !== 'outcome')
  const mixed = flows.some(flow => flow.condition && flow.condition.names.join() !== 'outcome')
  const always = flows.some(flow => !flow.condition)
  if (always && node.kind === 'exclusive' && flows.length > 1) return [faultAt('gateway-open', node)]
  return !always && (open || mixed) && !isComplete(flows.map(flow => flow.condition?.text ?? ''))
    ? [faultAt('gateway-open', node)]
    : []
}

/** `x` beside `not(x)`: one of the two always holds. */
function isComplete(texts: readonly string[]): boolean {
  return texts.some(text =>
    texts.some(other => other.replaceAll(' ', '') === `not(${text.replaceAll(' ', '')})`),
  )
}
