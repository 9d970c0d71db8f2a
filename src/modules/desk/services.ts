import type { ApplicationServices } from '#modules/applications/index.ts'
import type { DecisionServices } from '#modules/decisions/index.ts'

/** What this module asks of the house. */
export type DeskServices = ApplicationServices & DecisionServices
