import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Account } from './account.ts'
import { launchIn, serverName } from './cluster.ts'
import { PostgresRefusal } from './errors.ts'
import type { Log } from './model.ts'

/** How long a shutdown may write its checkpoint before open transactions are cut off. */
const STOP_MS = 30_000

export interface Launch {
  readonly dir: string
  readonly account: Account
  readonly binaries: string
  /** Further server settings, for tests and fault runs; they come last and win. */
  readonly settings: Readonly<Record<string, string>>
  readonly log: Log
}

export interface Server {
  readonly pid: number
  /** Resolves when the server process has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

// Set at every start, not in postgresql.conf: so an update of Torhaus reaches existing folders too.
const SETTINGS = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Neither statements nor their values: both hold personal data. Terse leaves out DETAIL, which
  // would print the key of a duplicate row.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_line_prefix: '',
} as const

/** Starts the server and waits until it takes connections (after a crash: until it has recovered). */
export async function launchServer(launch: Launch): Promise<Server> {
  const child = spawn(join(launch.binaries, 'bin/postgres'), argumentsOf(launch), {
    ...launchIn(launch.dir, launch.account),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C in the terminal reaches Torhaus, which finishes its requests first.
    detached: true,
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  await ready(child, ended, launch)
  const lastResort = () => child.kill('SIGINT')
  process.once('exit', lastResort)
  void ended.then(() => process.off('exit', lastResort))
  return { pid: child.pid ?? 0, ended, stop: () => stopServer(child, ended) }
}

function argumentsOf({ dir, account, settings }: Launch): string[] {
  const all = Object.entries({ ...SETTINGS, ...settings })
  return ['-D', serverName(dir, account), ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

async function ready(child: ChildProcess, ended: Promise<void>, launch: Launch): Promise<void> {
  const last: string[] = []
  const taking = new Promise<'ready'>(resolve => {
    if (child.stderr === null) throw new Error('the server was started without a pipe for its log')
    createInterface(child.stderr).on('line', line => {
      last.push(line)
      if (last.length > 10) last.shift()
      report(line, launch.log)
      if (line.includes('database system is ready to accept connections')) resolve('ready')
    })
  })
  const failed = new Promise<string>(resolve => child.once('error', error => resolve(error.message)))
  const result = await Promise.race([taking, failed, ended.then(() => last.join(' | '))])
  if (result !== 'ready') throw new PostgresRefusal('start-failed', { dir: launch.dir, cause: result })
}

// The server's log goes the way of all log lines: one stream, no file that grows unseen.
function report(line: string, log: Log): void {
  if (/^(WARNING|ERROR|FATAL|PANIC):/.test(line)) log.warn(`postgres: ${line}`)
  else log.debug(`postgres: ${line}`)
}

async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT') // fast shutdown: cancels open transactions, writes a checkpoint
  const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  await ended
  clearTimeout(impatience)
}
