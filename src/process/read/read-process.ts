import { BpmnModdle } from 'bpmn-moddle'
import { type Fault, faultAt } from '../fault.ts'
import type { ProcessModel } from '../model.ts'
import { Draft } from './draft.ts'
import { type Element, elements, idOf } from './element.ts'
import { readScope } from './read-scope.ts'
import { torhausExtension } from './torhaus-extension.ts'

const longestFile = 2_000_000
const moddle = new BpmnModdle({ torhaus: torhausExtension })

/**
 * Reads a BPMN 2.0 file into a model that `runProcess` can run, or says all that it cannot run, by name.
 *
 * ```ts
 * const read = await readProcess(xml)
 * if (Array.isArray(read)) return read.map(fault => explainFault(fault, 'de'))
 * const state = runProcess(read, facts, now, {})
 * ```
 */
export async function readProcess(xml: string): Promise<ProcessModel | Fault[]> {
  if (xml.length > longestFile) return [{ code: 'file-too-long', element: '' }]
  const parsed = await parse(xml)
  if ('code' in parsed) return [parsed]
  const found = onlyProcess(parsed.root)
  if ('code' in found) return [found]
  const draft = new Draft(found.process)
  for (const warning of parsed.warnings)
    draft.refuse({ code: 'reference-broken', element: '', detail: warning })
  readScope(draft, found.process)
  return draft.finish()
}

async function parse(xml: string): Promise<{ root: Element; warnings: string[] } | Fault> {
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    return {
      root: rootElement as unknown as Element,
      warnings: warnings.filter(matters).map(warning => warning.message),
    }
  } catch (error) {
    // bpmn-moddle throws plain errors for XML that is not well-formed; it reads nothing but the string.
    const line = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { code: 'file-unreadable', element: '', detail: line }
  }
}

const references = new Set(['sourceRef', 'targetRef', 'default', 'attachedToRef', 'messageRef'])

// Attributes and elements of other tools are no harm; a flow to nowhere or a word of ours misspelt is.
function matters(warning: { message: string; property?: string | undefined }): boolean {
  if (references.has(warning.property?.replace('bpmn:', '') ?? '')) return true
  return /duplicate ID|unknown type <bpmn:|unknown (attribute|type) <torhaus:/.test(warning.message)
}

function onlyProcess(root: Element): { process: Element } | Fault {
  const all = elements(root, 'rootElements').filter(each => each.$type === 'bpmn:Process')
  const executable = all.filter(each => each.isExecutable === true)
  const candidates = executable.length > 0 ? executable : all
  const [process, second] = candidates
  if (!process) return { code: 'process-missing', element: '' }
  if (second) return faultAt('several-processes', { id: idOf(second), name: second.name })
  return { process }
}
