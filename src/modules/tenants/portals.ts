import { type Database, inScope } from '#core/db/database.ts'
import type { Portal } from './model.ts'
import { listPortals } from './tenant-store.ts'

/** The portals of this installation, kept in memory: a few hundred at most, asked at every request. */
export interface Portals {
  find(slug: string): Promise<Portal | undefined>
  list(): Promise<readonly Portal[]>
}

/** Towns are added by command while the portal runs; a minute later every process knows them. */
const fresh_ms = 60_000

export function createPortals(database: Database, now: () => Date): Portals {
  let loaded: Promise<Map<string, Portal>> | undefined
  let loadedAt = 0
  const all = () => {
    if (!loaded || now().getTime() - loadedAt > fresh_ms) {
      loadedAt = now().getTime()
      loaded = inScope(database, { now: now() }, listPortals).then(
        list => new Map(list.map(one => [one.slug, one])),
      )
      loaded.catch(() => {
        loaded = undefined
      })
    }
    return loaded
  }
  return {
    find: async slug => (await all()).get(slug),
    list: async () => [...(await all()).values()],
  }
}
