import { type Due, readDate, readDuration, readWorkingDays } from '../due.ts'
import { faultAt } from '../fault.ts'
import type { NodeKind, ProcessNode } from '../model.ts'
import type { Draft } from './draft.ts'
import { attribute, type Element, element, elements, idOf, words } from './element.ts'

interface Place {
  readonly scope: string
  readonly kind: NodeKind
  readonly laneRole: string | undefined
  readonly flows: readonly Element[]
}

export function readNode(draft: Draft, node: Element, place: Place): ProcessNode {
  const id = idOf(node)
  const trigger = elements(node, 'eventDefinitions')[0]
  const fallback = element(node, 'default')
  const attachedTo = element(node, 'attachedToRef')
  return {
    id,
    name: attribute(node, 'name') ?? '',
    element: node.$type,
    kind: place.kind,
    scope: place.scope,
    // Some tools leave <incoming>/<outgoing> out; the flows themselves are the truth.
    incoming: place.flows.filter(flow => element(flow, 'targetRef')?.id === id).map(idOf),
    outgoing: place.flows.filter(flow => element(flow, 'sourceRef')?.id === id).map(idOf),
    fallback: fallback && idOf(fallback),
    role: attribute(node, 'role') ?? (place.kind === 'task' ? place.laneRole : undefined),
    outcomes: words(node, 'outcomes'),
    decides: words(node, 'decides'),
    notBy: attribute(node, 'notBy'),
    due: place.kind === 'task' ? readDue(draft, node, node) : undefined,
    effect: attribute(node, 'effect'),
    message: messageOf(node) ?? (trigger && messageOf(trigger)),
    timer: trigger?.$type === 'bpmn:TimerEventDefinition' ? readDue(draft, node, trigger) : undefined,
    pausesClock: node.pausesClock === true,
    attachedTo: attachedTo && idOf(attachedTo),
    interrupting: node.cancelActivity !== false && node.isInterrupting !== false,
  }
}

function messageOf(owner: Element): string | undefined {
  return attribute(owner, 'message') ?? attribute(element(owner, 'messageRef') ?? { $type: '' }, 'name')
}

/** Due date of a task or of a timer; what is there and cannot be read is a fault, not "no deadline". */
function readDue(draft: Draft, node: Element, owner: Element): Due | undefined {
  const readers: [string | undefined, (text: string) => Due | undefined][] = [
    [attribute(owner, 'workingDays'), readWorkingDays],
    [attribute(owner, 'due'), text => readPeriod(owner, text)],
    [bodyOf(owner, 'timeDuration'), text => readPeriod(owner, text)],
    [bodyOf(owner, 'timeDate'), readDate],
    [bodyOf(owner, 'timeCycle'), () => undefined],
  ]
  const [text, read] = readers.find(([found]) => found !== undefined) ?? []
  if (text === undefined || !read) return undefined
  const due = read(text)
  if (!due) draft.refuse(faultAt('due-unreadable', { id: idOf(node), name: node.name }, text))
  return due
}

function readPeriod(owner: Element, text: string): Due | undefined {
  const period = readDuration(text)
  return period && owner.endsOnWorkingDay === true ? { ...period, endsOnWorkingDay: true } : period
}

function bodyOf(owner: Element, property: string): string | undefined {
  const expression = element(owner, property)
  return expression && attribute(expression, 'body')
}
