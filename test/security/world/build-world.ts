import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type PortalOptions, startPortal, type TestPortal } from '#test/portal.ts'
import { type DatabaseState, openDatabaseState } from './database-state.ts'
import { type Populated, populate, type Words } from './populate.ts'
import { type People, signInEverybody } from './sign-in.ts'

/** Two towns with residents, guests and clerks, and something of everything for each of them. */
export interface World extends Populated {
  readonly portal: TestPortal
  readonly state: DatabaseState
  readonly people: People
  /** Keeps database and files as they are now. */
  keep(): Promise<void>
  /** Brings both back. */
  putBack(): Promise<void>
  stop(): Promise<void>
}

/** @param words what people write in it; left out: what the walks of the package say */
export async function buildWorld(options: PortalOptions = {}, words: Partial<Words> = {}): Promise<World> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-world-'))
  const [dataDir, keptFiles] = [path.join(folder, 'data'), path.join(folder, 'kept')]
  // By name, as passkeys need it; the demo stays on loopback.
  const environment = {
    BASE_URL: 'http://localhost:3000',
    DEMO: 'true',
    ...options.environment,
    DATA_DIR: dataDir,
  }
  const portal = await startPortal({ at: '2026-11-23T09:00:00Z', ...options, environment })
  const state = await openDatabaseState({ ...portal.owner, user: 'postgres' })
  const people = await signInEverybody(portal, state)
  const populated = await populate({ portal, state, people }, words)
  return {
    ...populated,
    portal,
    state,
    people,
    keep: async () => {
      await state.keep()
      await cp(dataDir, keptFiles, { recursive: true })
    },
    putBack: async () => {
      if (await state.putBack()) await cp(keptFiles, dataDir, { recursive: true })
    },
    stop: async () => {
      for (const browser of Object.values(people)) browser.close()
      await state.close()
      await portal.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
