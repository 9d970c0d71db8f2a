import { day_ms } from '#core/clock.ts'
import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Task } from '#core/jobs/jobs.ts'
import type { ApplicationServices } from '../services.ts'
import { listNamedBlobs } from './blob-store.ts'

const batch = 500

/**
 * Removes stored files that no row names: of requests that died between file and row, of drafts that are gone.
 * A day must pass first, since a file is written before the row that names it.
 */
export const sweepFiles: Task<ApplicationServices> = {
  name: 'files-sweep',
  cron: '40 2 * * *',
  run: async services => {
    const scope: Scope = { now: services.clock.now(), system: true }
    const old = services.blobs.listOlderThan(new Date(scope.now.getTime() - day_ms))
    let ids: string[] = []
    for await (const id of old) {
      ids.push(id)
      if (ids.length < batch) continue
      await removeUnnamed(services, scope, ids)
      ids = []
    }
    await removeUnnamed(services, scope, ids)
  },
}

/** Removes those of `ids` that no row names. */
export async function removeUnnamed(
  services: Pick<ApplicationServices, 'database' | 'blobs' | 'log'>,
  scope: Scope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const named = await inScope(services.database, scope, db => listNamedBlobs(db, ids))
  const unnamed = ids.filter(id => !named.has(id))
  for (const id of unnamed) await services.blobs.remove(id)
  if (unnamed.length > 0) services.log.info({ files: unnamed.length }, 'unnamed files removed')
}
