import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, accountFor, nameOf, nameOfSelf } from './account.ts'
import { packagedVersion } from './binaries.ts'
import { causeOf, hasCode, PostgresRefusal } from './errors.ts'

const FOLDER = 'postgres'

/** The operator's data folder, made where it is missing, by the name that the kernel gives it. */
export function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) throw error
    throw new PostgresRefusal('data-dir-closed', { dir: dataDir, cause: causeOf(error), user: nameOfSelf() })
  }
}

/** Where the database lies in the data folder, and whom its server runs as. */
export function clusterOf(dataDir: string): { dir: string; account: Account } {
  const dir = join(dataDir, FOLDER)
  const account = accountFor(dir)
  const found = statSync(dir, { throwIfNoEntry: false })
  if (found !== undefined && found.uid !== account.uid) {
    throw new PostgresRefusal('other-owner', { dir, owner: nameOf(found.uid), user: nameOf(account.uid) })
  }
  return { dir, account }
}

/** Creates the database folder at the first start; true where it did. */
export function ensureCluster(dir: string, account: Account, binaries: string): boolean {
  if (statSync(dir, { throwIfNoEntry: false }) !== undefined) {
    checkVersion(dir)
    return false
  }
  // Made aside and renamed when complete: a start that is killed here begins anew the next time.
  const aside = `${dir}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  chmodSync(aside, 0o700)
  if (account.drop) chownSync(aside, account.uid, account.gid)
  initialise(aside, account, binaries)
  renameSync(aside, dir)
  return true
}

function initialise(dir: string, account: Account, binaries: string): void {
  const options = [
    ...['--pgdata', serverName(dir, account), '--username', 'postgres'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'de-DE'],
    // Only the Unix socket inside the folder leads to the server, and the folder has mode 0700.
    ...['--auth-local', 'trust', '--auth-host', 'reject'],
    ...['--text-search-config', 'german', '--data-checksums'],
  ]
  const { status, stderr, error } = spawnSync(join(binaries, 'bin/initdb'), options, {
    ...launchIn(dir, account),
    encoding: 'utf8',
  })
  if (status !== 0) throw new PostgresRefusal('init-failed', { dir, cause: error?.message ?? stderr.trim() })
}

// A database folder is read only by the major version that wrote it.
function checkVersion(dir: string): void {
  const found = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim()
  const own = packagedVersion()
  if (found !== own) throw new PostgresRefusal('other-version', { dir, found, own })
}

/**
 * How a program of the server is started in the folder. The kernel enters the working directory before
 * it drops root, so the account needs no right to the folders above it (a checkout in /root).
 */
export function launchIn(dir: string, account: Account) {
  const who = account.drop ? { uid: account.uid, gid: account.gid } : {}
  return { cwd: dir, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, ...who }
}

/** The folder's name as the server may use it: where root was dropped, the path may be closed to it. */
export function serverName(dir: string, account: Account): string {
  return account.drop ? '/proc/self/cwd' : dir
}
