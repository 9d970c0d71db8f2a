import type { CaseServices } from '#modules/cases/index.ts'

/** What deciding and delivering needs; nothing beyond what cases need. */
export type DecisionServices = CaseServices
