import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

export type Victim = 'web' | 'worker' | 'postgres'

/** `torhaus start` as a process of its own. When it ends unasked it is started again, as a service manager would. */
export interface PortalProcess {
  readonly url: string
  /** Connection of the superuser, over the socket of the embedded server. */
  admin(): pg.ClientConfig
  start(): Promise<void>
  /** Sends SIGKILL; false when the victim was not there just now. */
  kill(victim: Victim): boolean
  /** Of the web process, while it runs. */
  pid(): number
  stop(): Promise<void>
}

const root = path.join(import.meta.dirname, '../..')
const patience_ms = 60_000
const pause_ms = 200

export function portalProcess(options: { dataDir: string; port: number; smtpUrl: string }): PortalProcess {
  let web: ChildProcess | undefined
  let isStopping = false
  const keep = () => {
    const child = launch(options)
    web = child
    child.once('exit', () => {
      if (!isStopping) setTimeout(() => isStopping || keep(), pause_ms)
    })
    return child
  }
  return {
    url: `http://127.0.0.1:${options.port}`,
    admin: () => ({ ...socketOf(options.dataDir), user: 'postgres', database: 'torhaus' }),
    pid: () => web!.pid!,
    start: async () => {
      isStopping = false
      await whenReady(keep())
    },
    kill: victim => {
      const pid = pidOf(victim, { web: web?.pid, dataDir: options.dataDir })
      return pid !== undefined && send9(pid)
    },
    stop: async () => {
      isStopping = true
      if (!web || web.exitCode !== null || web.signalCode !== null) return
      const ended = new Promise(resolve => web?.once('exit', resolve))
      web.kill('SIGTERM')
      await ended
    },
  }
}

function launch({
  dataDir,
  port,
  smtpUrl,
}: {
  dataDir: string
  port: number
  smtpUrl: string
}): ChildProcess {
  return spawn(path.join(root, 'bin/torhaus'), ['start'], {
    cwd: root,
    // Vitest sets a BASE_URL of its own.
    env: {
      ...process.env,
      BASE_URL: '',
      DATA_DIR: dataDir,
      PORT: String(port),
      SMTP_URL: smtpUrl,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function whenReady(web: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the portal did not come up')), patience_ms)
    web.once('message', () => {
      clearTimeout(timer)
      resolve()
    })
    web.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`the portal ended while it started (${code})`))
    })
  })
}

function pidOf(
  victim: Victim,
  { web, dataDir }: { web: number | undefined; dataDir: string },
): number | undefined {
  if (victim === 'web') return web
  if (victim === 'worker') return web === undefined ? undefined : workerOf(web)
  try {
    return Number(postmasterFile(dataDir)[0])
  } catch {
    return undefined
  }
}

function send9(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

/** The child of `web` that runs `cli.ts worker`. */
function workerOf(web: number): number | undefined {
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
      if (Number(parent) !== web) continue
      if (/cli\.ts\0worker/.test(readFileSync(`/proc/${name}/cmdline`, 'utf8'))) return Number(name)
    } catch {
      // It ended while we looked.
    }
  }
  return undefined
}

const postmasterFile = (dataDir: string) =>
  readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')

/** PostgreSQL writes its port and socket folder into lines 4 and 5 of postmaster.pid. */
export function socketOf(dataDir: string): { host: string; port: number } {
  const lines = postmasterFile(dataDir)
  return { host: path.resolve(dataDir, 'postgres', lines[4]!), port: Number(lines[3]) }
}
