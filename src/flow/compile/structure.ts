import type { FlowLibrary, FormDefinition } from '../format.ts'
import type { FaultList } from './faults.ts'
import type { PageShell } from './shell.ts'

export interface Structure {
  readonly definition: FormDefinition
  readonly library: FlowLibrary
  readonly pages: readonly PageShell[]
}
export function checkStructure(_structure: Structure, _faults: FaultList): void {}
