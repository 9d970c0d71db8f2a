import type { NodeKind } from '../model.ts'
import { type Element, elements } from './element.ts'

const activities: Readonly<Record<string, NodeKind>> = {
  'bpmn:UserTask': 'task',
  'bpmn:ManualTask': 'task',
  'bpmn:ServiceTask': 'effect',
  'bpmn:SendTask': 'effect',
  'bpmn:ReceiveTask': 'wait',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:EventBasedGateway': 'event-gateway',
}

/** By event and trigger; what is not listed here cannot run and is refused by name. */
const events: Readonly<Record<string, NodeKind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:StartEvent bpmn:MessageEventDefinition': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:EndEvent bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:IntermediateThrowEvent': 'pass',
  'bpmn:IntermediateCatchEvent bpmn:MessageEventDefinition': 'wait',
  'bpmn:IntermediateCatchEvent bpmn:TimerEventDefinition': 'timer',
  'bpmn:BoundaryEvent bpmn:MessageEventDefinition': 'boundary',
  'bpmn:BoundaryEvent bpmn:TimerEventDefinition': 'boundary',
}

/** The kind of an element, or its name for the refusal. */
export function kindOf(element: Element): { kind: NodeKind } | { unsupported: string } {
  const loop = element.loopCharacteristics as Element | undefined
  if (loop) return { unsupported: `${short(element.$type)} ${short(loop.$type)}` }
  if (element.$type === 'bpmn:SubProcess') {
    return { kind: element.triggeredByEvent === true ? 'event-sub-process' : 'sub-process' }
  }
  const triggers = elements(element, 'eventDefinitions').map(definition => definition.$type)
  const name = [element.$type, ...triggers].join(' ')
  const kind = (triggers.length === 0 ? activities[element.$type] : undefined) ?? events[name]
  if (kind && !special(element)) return { kind }
  return { unsupported: name.split(' ').map(short).join(' ') }
}

// A receive task that starts a process and a gateway which does so would need rules of their own.
function special(element: Element): boolean {
  return element.instantiate === true || element.eventGatewayType === 'Parallel'
}

function short(type: string): string {
  return type.replace(/^bpmn:/, '')
}
