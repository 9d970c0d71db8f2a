import pg from 'pg'
import type { Logger } from 'pino'
import { freeOrphanedJobs, holdWorkerId } from './orphan-store.ts'

/** How often jobs of killed workers are looked for. */
const round_ms = 15_000

/** A connection that says which workers live here, and frees the jobs of those that died anywhere. */
export interface Living {
  hold(workerId: string): void
  /** Resolves when the connection is lost: others then take our jobs for orphaned, so this process should end. */
  readonly lost: Promise<Error>
  stop(): Promise<void>
}

export async function openLiving(config: pg.ClientConfig, log: Logger): Promise<Living> {
  const client = new pg.Client(config)
  const lost = new Promise<Error>(resolve => client.once('error', resolve))
  await client.connect()
  const free = async () => {
    const dead = await freeOrphanedJobs(client)
    if (dead > 0) log.warn({ dead }, 'jobs of killed workers are taken up again')
  }
  // A round that fails has lost its connection, which `lost` tells.
  const attempt = (work: Promise<unknown>) =>
    void work.catch(cause => log.warn({ err: cause }, 'living workers'))
  attempt(free())
  const timer = setInterval(() => attempt(free()), round_ms)
  return {
    hold: workerId => attempt(holdWorkerId(client, workerId)),
    lost,
    stop: async () => {
      clearInterval(timer)
      await client.end()
    },
  }
}
