import type { Vocabulary } from '#process/index.ts'

/** What a process of the catalogue may name; everything else `torhaus check` refuses. */
export const vocabulary = {
  roles: new Set(['clerk', 'supervisor']),
  effects: new Set(['request-information', 'remind-applicant', 'provide-notice', 'close-case']),
} satisfies Vocabulary

/** Messages a process may wait for. */
export const processMessages = {
  answered: 'information.answered',
  retrieved: 'notice.retrieved',
  withdrawn: 'application.withdrawn',
} as const

/** Outcomes that the portal itself gives to a task; all others are the town's own words. */
export const processOutcomes = {
  /** Ask the applicant: leads to the effect `request-information`. */
  request: 'nachfordern',
  /** The task that decides the case is done. */
  decided: 'entschieden',
  agreed: 'einverstanden',
  /** Back to the step before. */
  back: 'zurück',
  posted: 'versandt',
} as const
