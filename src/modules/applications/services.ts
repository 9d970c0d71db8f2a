import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Answers } from '#flow/index.ts'
import type { CatalogueServices, ServicePackage } from '#modules/catalogue/index.ts'
import type { Application, Bindings } from './model.ts'

/** What was just received, for the module that opens the case. */
export interface Submission {
  readonly application: Application
  readonly package: ServicePackage
  readonly answers: Answers
  readonly bindings: Bindings
  /** Office of the responsible authority that works on it. */
  readonly office: string
}

/** Runs inside the submitting transaction, with the responsible authority as tenant: both happen or neither. */
export type SubmissionHook = (db: Db, scope: Scope, submission: Submission) => Promise<void>

export interface ApplicationServices extends CatalogueServices {
  /** Wired in src/compose.ts to the module `cases`. */
  readonly onSubmitted: SubmissionHook
}
