import type { ApplicationServices } from '#modules/applications/index.ts'
import type { CaseServices } from '#modules/cases/index.ts'

/** What this module asks of the house. */
export type DeskServices = ApplicationServices & CaseServices
