import { Conflict } from '#core/errors.ts'

/** Why an action came too late. The page that meets it says so and keeps what was typed. */
export const conflictReasons = [
  'changed', // the case moved on since the page was shown
  'claimed', // a colleague took it
  'task-done', // this task is not open any more
  'same-person', // whoever did the one task may not do the other (four eyes)
  'not-asked', // no question is open which could be answered
  'decided', // too late to withdraw: the decision is made
  'closed',
] as const
export type ConflictReason = (typeof conflictReasons)[number]

export class CaseConflict extends Conflict {
  readonly reason: ConflictReason
  constructor(reason: ConflictReason) {
    super(`case: ${reason}`)
    this.reason = reason
  }
}
