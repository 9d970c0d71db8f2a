import type { Task } from '#core/jobs/jobs.ts'
import { sweepFiles } from './documents/sweep-files.job.ts'
import { expireDrafts } from './drafts/expire-drafts.job.ts'
import type { ApplicationServices } from './services.ts'

export const tasks: readonly Task<ApplicationServices>[] = [expireDrafts, sweepFiles]
