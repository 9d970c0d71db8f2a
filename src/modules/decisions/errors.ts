import type { StaffId } from '#core/ids.ts'
import { CaseConflict } from '#modules/cases/index.ts'

/** Somebody else decided first. The page says who, when and what, and keeps what was typed. */
export class AlreadyDecided extends CaseConflict {
  readonly by: StaffId | undefined
  readonly at: Date
  readonly outcome: string
  constructor(decided: { by: StaffId | undefined; at: Date; outcome: string }) {
    super('decided')
    this.by = decided.by
    this.at = decided.at
    this.outcome = decided.outcome
  }
}
