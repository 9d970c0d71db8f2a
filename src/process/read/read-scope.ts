import { readCondition } from '../condition.ts'
import { faultAt } from '../fault.ts'
import type { Draft } from './draft.ts'
import { attribute, type Element, element, elements, idOf } from './element.ts'
import { kindOf } from './node-kind.ts'
import { readNode } from './read-node.ts'

// Carry no token: data, notes and their lines are for the reader of the drawing.
const silent = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'])

const nothing: Element = { $type: '' }

/** Reads a process or sub-process with all it holds. */
export function readScope(draft: Draft, scope: Element): void {
  const roles = readLanes(draft, scope)
  const parts = elements(scope, 'flowElements').filter(part => !silent.has(part.$type))
  const flows = parts.filter(part => part.$type === 'bpmn:SequenceFlow')
  const nodes = parts.filter(part => part.$type !== 'bpmn:SequenceFlow')
  const inside = new Set(nodes.map(idOf))
  for (const flow of flows) readFlow(draft, flow, inside)
  for (const node of nodes) {
    const found = kindOf(node)
    if ('unsupported' in found) {
      draft.refuse(faultAt('element-unsupported', { id: idOf(node), name: node.name }, found.unsupported))
      continue
    }
    const laneRole = roles.get(idOf(node))
    const place = { scope: idOf(scope), kind: found.kind, laneRole, flows }
    draft.nodes.set(idOf(node), readNode(draft, node, place))
    if (node.$type === 'bpmn:SubProcess') readScope(draft, node)
  }
}

function readLanes(draft: Draft, scope: Element): Map<string, string> {
  const roles = new Map<string, string>()
  const visit = (lane: Element, above: string | undefined): void => {
    const role = attribute(lane, 'role') ?? above
    if (role && lane.name && attribute(lane, 'role')) draft.roleNames.set(role, lane.name)
    for (const node of elements(lane, 'flowNodeRef')) if (role) roles.set(idOf(node), role)
    const nested = element(lane, 'childLaneSet')
    if (nested) for (const child of elements(nested, 'lanes')) visit(child, role)
  }
  for (const set of elements(scope, 'laneSets'))
    for (const lane of elements(set, 'lanes')) visit(lane, undefined)
  return roles
}

function readFlow(draft: Draft, flow: Element, inside: ReadonlySet<string>): void {
  const at = { id: idOf(flow), name: flow.name }
  const source = idOf(element(flow, 'sourceRef') ?? nothing)
  const target = idOf(element(flow, 'targetRef') ?? nothing)
  const text = attribute(element(flow, 'conditionExpression') ?? nothing, 'body')
  const condition = text === undefined ? undefined : readCondition(text)
  if (!source || !target) draft.refuse(faultAt('reference-broken', at))
  else if (!inside.has(source) || !inside.has(target)) draft.refuse(faultAt('flow-leaves-scope', at))
  else if (typeof condition === 'string') draft.refuse(faultAt(condition, at, text))
  else draft.flows.set(at.id, { id: at.id, name: attribute(flow, 'name') ?? '', source, target, condition })
}
