import type { ProcessModel } from './model.ts'
import { readProcess } from './read/read-process.ts'

const events = {
  timer: '<timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition>',
  message: '<messageEventDefinition torhaus:message="MESSAGE" />',
  terminate: '<terminateEventDefinition />',
}

/** Words of the drawing language → opening tag and content; `{…}` after a word are more attributes. */
const elements: Record<string, [tag: string, attributes: string, inside?: string]> = {
  start: ['startEvent', ''],
  'start-message': ['startEvent', '', events.message],
  end: ['endEvent', ''],
  terminate: ['endEvent', '', events.terminate],
  task: ['userTask', 'torhaus:role="clerk"'],
  manual: ['manualTask', 'torhaus:role="clerk"'],
  effect: ['serviceTask', 'torhaus:effect="ID"'],
  send: ['sendTask', 'torhaus:effect="ID"'],
  'effect-nameless': ['serviceTask', ''],
  'receive-nameless': ['receiveTask', ''],
  'timer-nameless': ['intermediateCatchEvent', '', '<timerEventDefinition />'],
  receive: ['receiveTask', 'torhaus:message="ID"'],
  catch: ['intermediateCatchEvent', '', events.message],
  timer: ['intermediateCatchEvent', '', events.timer],
  pass: ['intermediateThrowEvent', ''],
  xor: ['exclusiveGateway', ''],
  and: ['parallelGateway', ''],
  or: ['inclusiveGateway', ''],
  race: ['eventBasedGateway', ''],
  'on-timer': ['boundaryEvent', 'attachedToRef="HOST"', events.timer],
  'beside-timer': ['boundaryEvent', 'attachedToRef="HOST" cancelActivity="false"', events.timer],
  'on-message': ['boundaryEvent', 'attachedToRef="HOST"', events.message],
  'beside-message': ['boundaryEvent', 'attachedToRef="HOST" cancelActivity="false"', events.message],
}

/**
 * BPMN from a few lines, for tests: `task a`, `on-timer late @a`, `sub s {` … `}`, `a -> b`,
 * `g -> b : outcome = "ja"`, `g -> c else`. Attributes of your own follow in braces.
 */
export function draw(lines: string): string {
  const defaults = new Map(
    [...lines.matchAll(/^\s*(\w+) -> (\w+) else/gm)].map(([, from, to]) => [from, `${from}_${to}`]),
  )
  const body = lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => toXml(line, defaults))
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:torhaus="urn:torhaus:process:1" id="definitions">
    <process id="p" name="Ablauf" isExecutable="true">${body.join('\n')}</process></definitions>`
}

/** The model of a drawing that must be readable. */
export async function drawn(lines: string): Promise<ProcessModel> {
  const read = await readProcess(draw(lines))
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  return read
}

function toXml(line: string, defaults: ReadonlyMap<string | undefined, string>): string {
  if (line === '}') return '</subProcess>'
  const [, from, to, condition] = /^(\w+) -> (\w+)(?: : (.*)| else)?$/.exec(line) ?? []
  if (from) return flow(`${from}_${to}`, { from, to: to ?? '', condition })
  const [, sub, name] = /^(sub|event-sub) (\w+) \{$/.exec(line) ?? []
  if (sub) return `<subProcess id="${name}" name="${name}" triggeredByEvent="${sub === 'event-sub'}">`
  const [, word, id, host, more] = /^([\w-]+) (\w+)(?: @(\w+))?(?: \{(.*)\})?$/.exec(line) ?? []
  const found = elements[word ?? '']
  if (!found) throw new Error(`cannot draw: ${line}`)
  const fallback = defaults.has(id) ? `default="${defaults.get(id)}"` : ''
  const [tag, attributes, inside = ''] = found
  const words = attributes.replace('HOST', host ?? '').replace('ID', id ?? '')
  const own = [...(more ?? '').matchAll(/[\w:]+(?==)/g)].reduce(
    (all, [name]) => all.replace(new RegExp(`${name}="\\w+"`), ''),
    words,
  )
  return `<${tag} id="${id}" name="${id}" ${own} ${fallback} ${more ?? ''}>${inside.replace('MESSAGE', id ?? '')}</${tag}>`
}

function flow(
  id: string,
  { from, to, condition }: { from: string; to: string; condition: string | undefined },
): string {
  const text = condition?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const inside = text ? `<conditionExpression>${text}</conditionExpression>` : ''
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`
}
