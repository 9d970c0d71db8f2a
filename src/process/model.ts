import type { Condition } from './condition.ts'
import type { Due } from './due.ts'

/** What a node does to a token, whatever BPMN calls the element. */
export type NodeKind =
  | 'start'
  | 'end'
  | 'terminate'
  | 'pass' // intermediate event without a trigger: only a milestone in the drawing
  | 'task' // a person works: user and manual task
  | 'effect' // the portal works: service and send task
  | 'wait' // receive task or message event: somebody else works
  | 'timer'
  | 'boundary' // attached to an activity, waits for a message or a timer
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'event-gateway'
  | 'sub-process'
  | 'event-sub-process'

export interface ProcessNode {
  readonly id: string
  readonly name: string
  /** BPMN type as drawn, for example `bpmn:UserTask`. */
  readonly element: string
  readonly kind: NodeKind
  /** Id of the process or sub-process which holds the node. */
  readonly scope: string
  readonly incoming: readonly string[]
  readonly outgoing: readonly string[]
  /** Flow taken when no condition holds. */
  readonly fallback?: string | undefined
  readonly role?: string | undefined
  readonly outcomes: readonly string[]
  /** Outcomes of this task that decide the case: none may end without a notice. */
  readonly decides: readonly string[]
  /** Task whose last worker must not do this one (four eyes). */
  readonly notBy?: string | undefined
  readonly due?: Due | undefined
  readonly effect?: string | undefined
  readonly message?: string | undefined
  readonly timer?: Due | undefined
  /** The statutory clock stands still while a token waits here. */
  readonly pausesClock: boolean
  readonly attachedTo?: string | undefined
  readonly interrupting: boolean
}

export interface Flow {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly target: string
  readonly condition?: Condition | undefined
}

/** A process as read once and run many times; frozen, holds no case. */
export interface ProcessModel {
  readonly id: string
  readonly name: string
  readonly nodes: ReadonlyMap<string, ProcessNode>
  readonly flows: ReadonlyMap<string, Flow>
  /** Nodes directly inside a process or sub-process. */
  readonly inside: ReadonlyMap<string, readonly ProcessNode[]>
  /** Boundary events by the activity to which they are attached. */
  readonly attached: ReadonlyMap<string, readonly ProcessNode[]>
  /** Names of the lanes by role: `clerk` → `Sachbearbeitung`. */
  readonly roleNames: ReadonlyMap<string, string>
}

export function nodesOf(model: ProcessModel, scope: string): readonly ProcessNode[] {
  return model.inside.get(scope) ?? []
}

export function boundariesOf(model: ProcessModel, host: string): readonly ProcessNode[] {
  return model.attached.get(host) ?? []
}

export function getNode(model: ProcessModel, id: string): ProcessNode {
  const node = model.nodes.get(id)
  if (!node) throw new Error(`process ${model.id} has no node ${id}`)
  return node
}

export function getFlow(model: ProcessModel, id: string): Flow {
  const flow = model.flows.get(id)
  if (!flow) throw new Error(`process ${model.id} has no flow ${id}`)
  return flow
}

export function outgoingOf(model: ProcessModel, node: ProcessNode): Flow[] {
  return node.outgoing.map(id => getFlow(model, id))
}
