import { z } from 'zod'
import { caseParams } from '../case/case-address.ts'

export const outcomeParams = caseParams.extend({ outcome: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/) })
