import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { freePort } from '#test/machine/free-port.ts'
import { socketOf } from '#test/machine/portal-process.ts'

/** `torhaus start` as a process of its own, with everything that it, its worker and its database say. */
export interface LoudPortal {
  readonly url: string
  /** Of the superuser, over the socket of the embedded server. */
  admin(): pg.ClientConfig
  /** All output so far; complete after `stop`. */
  said(): string
  stop(): Promise<void>
}

const root = path.join(import.meta.dirname, '../../..')
const patience_ms = 90_000

export async function startLoudPortal(): Promise<LoudPortal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-loud-'))
  const dataDir = path.join(folder, 'data')
  const port = await freePort()
  const { PATH, HOME } = process.env
  const child = spawn(path.join(root, 'bin/torhaus'), ['start'], {
    cwd: root,
    // Nothing else of the test's own surroundings counts as a setting.
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const parts: Buffer[] = []
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part: Buffer) => parts.push(part))
  const said = () => Buffer.concat(parts).toString()
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await ready(child)
  } catch (cause) {
    await stop()
    throw new Error(said().slice(-2000), { cause })
  }
  return {
    url: `http://127.0.0.1:${port}`,
    admin: () => ({ ...socketOf(dataDir), user: 'postgres', database: 'torhaus' }),
    said,
    stop,
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the portal did not come up')), patience_ms)
    const settle = (then: () => void) => () => {
      clearTimeout(timer)
      then()
    }
    child.once('message', settle(resolve))
    child.once(
      'exit',
      settle(() => reject(new Error('the portal ended while it started'))),
    )
  })
}

/** Waits until its last words were read. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise(resolve => child.once('close', resolve))
  child.kill('SIGTERM')
  await closed
}
