import { z } from 'zod'
import { type CaseId, uuidPattern } from '#core/ids.ts'

/** `:case` of the address; whether this person may open it, the case itself says. */
export const caseParams = z.object({
  case: z
    .string()
    .regex(uuidPattern)
    .transform(id => id as CaseId),
})

/** What is shown of the stream of history and notes. */
export const streamFilters = { all: 'alles', notes: 'notizen', letters: 'schriftverkehr' } as const
export type StreamFilter = keyof typeof streamFilters

/** What was done just now: said on the page to which the act led. */
export const results = [
  'uebernommen',
  'zugewiesen',
  'freigegeben',
  'aufgabe',
  'notiz',
  'nachforderung',
  'pruefung',
  'entwurf',
  'entschieden',
  'mitgezeichnet',
  'zurueckgegeben',
  'versandt',
] as const
export type Result = (typeof results)[number]

export const caseQuery = z.object({
  verlauf: z.enum(Object.values(streamFilters)).optional(),
  getan: z.enum(results).optional(),
})

/** Fields of every act: the version that its page showed. */
export const versionField = z.coerce.number().int().min(1).max(1_000_000)
