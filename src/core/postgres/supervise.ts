import type { Log } from './model.ts'
import type { Server } from './server.ts'

const CRASHES = 5
const WITHIN_MS = 60_000

export interface Supervised {
  pid(): number
  stop(): Promise<void>
  /** Resolves with nothing after `stop`, with the reason where the server could not be brought back. */
  readonly ended: Promise<Error | undefined>
}

/**
 * Brings a server back that died unasked (killed, out of memory): committed data are safe on disk, and
 * pools connect anew by themselves. After five deaths in a minute it gives up and says so.
 */
export function supervise(first: Server, restart: () => Promise<Server>, log: Log): Supervised {
  let running = first
  let next = Promise.resolve(first)
  let stopping = false

  async function watch(deaths: number[]): Promise<Error | undefined> {
    await running.ended
    if (stopping) return undefined
    const recent = [...deaths, Date.now()].filter(time => time > Date.now() - WITHIN_MS)
    if (recent.length > CRASHES) return new Error(`the database ended ${recent.length} times within a minute`)
    log.warn('the database ended unexpectedly and is started again')
    next = restart()
    try {
      running = await next
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
    return watch(recent)
  }

  const ended = watch([])
  return {
    pid: () => running.pid,
    ended,
    async stop() {
      stopping = true
      await next.then(
        server => server.stop(),
        () => undefined, // the restart failed: `ended` tells why, and there is nothing to stop
      )
    },
  }
}
