import { getNode, type ProcessModel, type ProcessNode } from '../model.ts'
import { type Marking, nodeOf, scopeOf } from './marking.ts'

/** Flows into an inclusive gateway that a token at a node may still come along. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>

const reaches = new WeakMap<ProcessModel, Map<string, Reach>>()

/**
 * An inclusive gateway that has waited long enough: no token elsewhere can still reach one of its empty
 * flows, unless it could as well come along a flow that has its token already (BPMN 2.0, 13.4.3).
 */
export function readyInclusive(
  model: ProcessModel,
  marking: Marking,
): { node: ProcessNode; scope: string } | undefined {
  for (const [place, arrived] of marking.arrivals) {
    const node = getNode(model, nodeOf(place))
    if (node.kind !== 'inclusive') continue
    const scope = scopeOf(place)
    const reach = reachOf(model, node)
    const comes = (id: string): boolean => {
      const flows = reach.get(id)
      return flows !== undefined && ![...flows].some(flow => arrived.has(flow))
    }
    if (!tokensIn(marking, scope, node.id).some(comes)) return { node, scope }
  }
  return undefined
}

function tokensIn(marking: Marking, scope: string, except: string): string[] {
  const resting = [...marking.activations.values()].filter(each => each.scope === scope && !each.stuck)
  const joining = [...marking.arrivals.keys()].filter(place => scopeOf(place) === scope).map(nodeOf)
  return [...resting.map(each => each.node.id), ...joining.filter(id => id !== except)]
}

function reachOf(model: ProcessModel, gateway: ProcessNode): Reach {
  const known = reaches.get(model) ?? new Map<string, Reach>()
  reaches.set(model, known)
  const found = known.get(gateway.id) ?? traceBack(model, gateway)
  known.set(gateway.id, found)
  return found
}

function traceBack(model: ProcessModel, gateway: ProcessNode): Reach {
  const reach = new Map<string, Set<string>>()
  for (const flow of gateway.incoming) {
    const seen = new Set<string>([gateway.id])
    const open = [...sourcesOf(model, flow)]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      reach.set(id, (reach.get(id) ?? new Set()).add(flow))
      for (const before of getNode(model, id).incoming) open.push(...sourcesOf(model, before))
    }
  }
  return reach
}

/** The source of a flow; a boundary event counts as its activity too, for the token rests there. */
function sourcesOf(model: ProcessModel, flow: string): string[] {
  const source = [...model.nodes.values()].find(node => node.outgoing.includes(flow))
  if (!source) return []
  return source.attachedTo ? [source.id, source.attachedTo] : [source.id]
}
