import { type PortalOptions, startPortal, type TestPortal } from '#test/portal.ts'
import { type DatabaseState, openDatabaseState } from './database-state.ts'
import { type Populated, populate, type Words } from './populate.ts'
import { type People, signInEverybody } from './sign-in.ts'

/** Two towns with residents, guests and clerks, and something of everything for each of them. */
export interface World extends Populated {
  readonly portal: TestPortal
  readonly state: DatabaseState
  readonly people: People
  /** Brings the database back to the state that was kept. @returns the tables that had changed */
  putBack(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** @param words what people write in it; left out: what the walks of the package say */
export async function buildWorld(options: PortalOptions = {}, words: Partial<Words> = {}): Promise<World> {
  // By name, as passkeys need it; the demo stays on loopback.
  const environment = {
    BASE_URL: 'http://localhost:3000',
    DEMO: 'true',
    ...options.environment,
  }
  const portal = await startPortal({ at: '2026-11-23T09:00:00Z', ...options, environment })
  // Rows are put back after each act; files stay, so that none is missing then.
  Object.assign(portal.services.blobs, { remove: async () => {} })
  const state = await openDatabaseState({ ...portal.owner, user: 'postgres' })
  const people = await signInEverybody(portal, state)
  const populated = await populate({ portal, state, people }, words)
  return {
    ...populated,
    portal,
    state,
    people,
    putBack: async () => {
      const changed = await state.changed()
      if (changed.length > 0) await state.putBack(changed)
      return changed
    },
    stop: async () => {
      for (const browser of Object.values(people)) browser.close()
      await state.close()
      await portal.stop()
    },
  }
}
