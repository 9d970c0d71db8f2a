import { fork } from 'node:child_process'
import path from 'node:path'
import type pg from 'pg'

export interface Bare {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts the bare reference server as a process of its own. */
export async function startBare(connection: pg.ClientConfig, page_bytes: number): Promise<Bare> {
  const child = fork(
    path.join(import.meta.dirname, 'bare-server.ts'),
    [JSON.stringify(connection), String(page_bytes)],
    {
      execArgv: [],
    },
  )
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve((message as { ready: number }).ready))
    child.once('exit', code => reject(new Error(`the bare server ended (${code})`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    stop: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.disconnect()
      await ended
    },
  }
}
