import type { Names } from '../feel/analyse.ts'
import type { FaultList } from './faults.ts'
import type { Structure } from './structure.ts'

export function checkTexts(_structure: Structure & { names: Names }, _faults: FaultList): void {}
