import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasCode, PostgresRefusal } from './errors.ts'

// Long enough for the checkpoint of a fast shutdown; an immediate one needs no checkpoint.
const FAST_MS = 20_000
const IMMEDIATE_MS = 5_000

/**
 * Ends what an earlier run left behind in the folder: a whole server (its parent was killed) or single
 * processes of one (the server itself was killed), which would keep its shared memory in use.
 * Only the holder of the folder's lock may call it: then every server found here is an orphan.
 */
export async function endLeftovers(clusterDir: string): Promise<number> {
  const found = serversIn(clusterDir)
  const postmaster = postmasterOf(clusterDir, found)
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; both are safe for the data.
  if (postmaster === undefined) signal(found, 'SIGQUIT')
  else signal([postmaster], 'SIGINT')
  if (!(await gone(clusterDir, FAST_MS))) {
    signal(serversIn(clusterDir), 'SIGQUIT')
    if (!(await gone(clusterDir, IMMEDIATE_MS))) {
      throw new PostgresRefusal('will-not-end', { dir: clusterDir, pids: serversIn(clusterDir).join(', ') })
    }
  }
  // These files name a process number only. After a restart of the machine or a container that number
  // may belong to any other program, for which PostgreSQL would then refuse to start.
  for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock']) rmSync(join(clusterDir, file), { force: true })
  return found.length
}

const PROGRAMS = ['postgres', 'initdb']

/** The PostgreSQL processes that work in the folder, whoever started them. */
export function serversIn(clusterDir: string): number[] {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return processes.filter(pid => worksIn(pid, clusterDir)).map(Number)
}

// PostgreSQL makes the folder its working directory; the kernel resolves it, so no name can deceive.
function worksIn(pid: string, clusterDir: string): boolean {
  if (linkOf(pid, 'cwd') !== clusterDir) return false
  const program = basename(linkOf(pid, 'exe') ?? '').replace(' (deleted)', '')
  return PROGRAMS.includes(program)
}

// Processes of other people may not be looked into, and any process may end while we look.
function linkOf(pid: string, link: 'cwd' | 'exe'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/${link}`)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return undefined
    throw error
  }
}

// The process that leads the others; undefined where it is dead and only its children are left.
function postmasterOf(clusterDir: string, servers: readonly number[]): number | undefined {
  const named = Number(firstLine(join(clusterDir, 'postmaster.pid')))
  return servers.find(pid => pid === named)
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split('\n')[0] ?? ''
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch (error) {
      if (!hasCode(error, 'ESRCH')) throw error // already gone
    }
  }
}

async function gone(clusterDir: string, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs
  while (serversIn(clusterDir).length > 0) {
    if (Date.now() > end) return false
    await pause(20)
  }
  return true
}
