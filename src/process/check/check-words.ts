import { type Fault, type FaultCode, faultAt } from '../fault.ts'
import type { ProcessModel, ProcessNode } from '../model.ts'
import type { Vocabulary } from './check-process.ts'

/** What each step must say about itself: who, what, on which word of whom. */
export function checkWords(model: ProcessModel, vocabulary: Vocabulary): Fault[] {
  return [...model.nodes.values()].flatMap(node => {
    const missing = missingWord(node)
    if (missing) return [faultAt(missing, node)]
    return [...unknownWords(node, vocabulary), ...taskFaults(model, node)]
  })
}

function missingWord(node: ProcessNode): FaultCode | undefined {
  if (node.kind === 'task' && !node.role) return 'role-missing'
  if (node.kind === 'effect' && !node.effect) return 'effect-missing'
  if (node.kind === 'wait' && !node.message) return 'message-missing'
  if (node.kind === 'timer' && !node.timer) return 'timer-missing'
  // The element was drawn with a trigger; without its word it would wait for ever.
  if (node.kind === 'boundary' && !node.message && !node.timer) return 'timer-missing'
  return undefined
}

function unknownWords(node: ProcessNode, { roles, effects }: Vocabulary): Fault[] {
  const faults: Fault[] = []
  if (node.kind === 'task' && roles && node.role && !roles.has(node.role)) {
    faults.push(faultAt('role-unknown', node, node.role))
  }
  if (node.effect && effects && !effects.has(node.effect))
    faults.push(faultAt('effect-unknown', node, node.effect))
  return faults
}

function taskFaults(model: ProcessModel, node: ProcessNode): Fault[] {
  const strange = node.decides.filter(outcome => !node.outcomes.includes(outcome))
  const faults = strange.map(outcome => faultAt('outcome-unknown', node, outcome))
  if (node.notBy && model.nodes.get(node.notBy)?.kind !== 'task') {
    faults.push(faultAt('other-person-unknown', node, node.notBy))
  }
  return faults
}
