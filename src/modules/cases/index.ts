/**
 * Cases: facts, then state. Pages read `readCase` (desk) or `readOwnCase` (resident) and call one act each.
 *
 *     const view = await readCase(services, scope, id)
 *     timeline(view, 'staff', language); nextStep(view, scope.now, language); view.checks
 *     await claimCase(services, scope, { case: id })          // NotFound, Forbidden or CaseConflict when it may not be
 *
 * Other modules tell facts in a transaction of their own:
 *
 *     await changeCase({ services, db }, scope, { case: id, facts: [{ type: 'notice.retrieved', data: { notice } }] })
 */

export { actOnCase, checkTask, type StaffAct } from './act-on-case.ts'
export { addNote } from './add-note.ts'
export { assignCase } from './assign-case.ts'
export { type CaseChange, changeCase } from './change-case.ts'
export type { CheckGroup, CheckView } from './checks/model.ts'
export { openChecks } from './checks/view-checks.ts'
export { claimCase } from './claim-case.ts'
export { closeCase } from './close-case.ts'
export { completeTask } from './complete-task.ts'
export { conflictText } from './conflict-text.ts'
export { CaseConflict, type ConflictReason } from './errors.ts'
export { listInbox } from './inbox/list-inbox.ts'
export type {
  InboxCount,
  InboxFilter,
  InboxPage,
  InboxQuestion,
  InboxSort,
} from './inbox/model.ts'
export { loadCase } from './load-case.ts'
export type { CaseHead, CaseState, CaseTimer, Phase, StatutoryClock } from './model.ts'
export { type CasePackage, openCase, type Submission } from './open-case.ts'
export { enterOwnCase, type OwnCase } from './own-case.ts'
export { checkMayOpen, mayAssign, maySupervise, mayWorkAs, officesOf } from './policy.ts'
export { postPaperNotice } from './post-paper-notice.ts'
export { fireTimers } from './process/fire-timers.job.ts'
export { type EffectResult, performEffect } from './process/perform-effect.ts'
export { runEffect } from './process/run-effect.job.ts'
export { processMessages, processOutcomes } from './process/vocabulary.ts'
export {
  type CaseView,
  type DeskCaseView,
  findCaseOf,
  getCase,
  listOwnCases,
  readCase,
  readOwnCase,
} from './read-case.ts'
export { applicantOf } from './recipient.ts'
export {
  type Actor,
  type CaseFact,
  type CheckAnswer,
  type FactData,
  type FactType,
  lastFact,
  type NewFact,
  submission,
} from './record/fact.ts'
export { type RecordedCheck, recordChecks } from './record-check.ts'
export { answerRequest, openRequest } from './requests/answer-request.ts'
export { deliverRequest, remindApplicant } from './requests/deliver-request.ts'
export { requestInformation } from './requests/request-information.ts'
export type { CaseServices, Effect, EffectOrder } from './services.ts'
export type { Audience, NextStep, TimelineEntry, Told } from './timeline/model.ts'
export { nextStep } from './timeline/next-step.ts'
export { timeline } from './timeline/timeline.ts'
export { mayWithdraw, withdrawApplication } from './withdraw-application.ts'
