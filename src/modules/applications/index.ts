/**
 * From the first question to the receipt: drafts, guided pages, uploads, review, submission, tracking.
 * What was received is an `Application`; opening the case is the business of whoever wires `onSubmitted`.
 */

export type { FileProblem } from './documents/file-limits.ts'
export { listDocuments, openDocument } from './documents/open-document.ts'
export type { UploadOutcome } from './documents/receive-upload.ts'
export { removeAnswerDocument } from './documents/remove-answer-document.ts'
export { laterLimits, storeDocument } from './documents/store-document.ts'
export type { StreamedFile } from './documents/take-file.ts'
export { listOwnDrafts, type OwnDraft } from './drafts/list-own-drafts.ts'
export type {
  Application,
  Bindings,
  DocumentOrigin,
  OpenedAnswers,
  Readable,
  StoredApplication,
  StoredDocument,
} from './model.ts'
export { type Asking, wordsFor } from './questions/asking.ts'
export { FieldView } from './questions/field-view.tsx'
export { uploadErrors } from './questions/findings.ts'
export { pages, tasks } from './routes.ts'
export type { ApplicationServices, Submission, SubmissionHook } from './services.ts'
export { findApplication } from './submission/application-store.ts'
export { openAnswers } from './submission/open-answers.ts'
export { applicationUrls } from './urls.ts'
