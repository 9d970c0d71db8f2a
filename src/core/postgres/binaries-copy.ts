import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { hasCode, PostgresRefusal } from './errors.ts'

/**
 * Copies the server below the first usable cache folder and returns the copy. The copy's name carries a
 * stamp of its content: an update of the package gets a new copy, a damaged copy is made anew.
 */
export function copyBinaries(native: string, caches: readonly string[]): string {
  const cache = caches.find(isSafe)
  if (cache === undefined) {
    throw new PostgresRefusal('data-dir-closed', { dir: caches.join(', '), cause: 'EACCES', user: ownUid() })
  }
  const stamp = stampOf(native)
  const copy = join(cache, `postgres-${stamp}`)
  if (stampOf(copy) === stamp) return copy
  // Built aside and moved into place in one step: a start that is killed here leaves no half copy.
  const aside = mkdtempSync(join(cache, 'copy-'))
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  openForReading(aside)
  rmSync(copy, { recursive: true, force: true })
  moveInto(aside, copy)
  return copy
}

// Programs are executed from here, so nobody else may own the folder or write into it (/tmp is shared).
function isSafe(cache: string): boolean {
  try {
    mkdirSync(cache, { recursive: true, mode: 0o755 })
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) return false
    throw error
  }
  const found = lstatSync(cache)
  return found.isDirectory() && found.uid === ownUid() && (found.mode & 0o022) === 0
}

function ownUid(): number {
  return process.getuid?.() ?? 0
}

// Static libraries are for building other programs: 5 MB that no server reads.
function isNeeded(path: string): boolean {
  return !path.endsWith('.a')
}

/** Changes with the name and size of every file below the folder; of a folder that is not there, ''. */
export function stampOf(folder: string): string {
  const files = filesBelow(folder).map(path => `${path.slice(folder.length)}:${statSync(path).size}`)
  return files.length === 0
    ? ''
    : createHash('sha256').update(files.sort().join('\n')).digest('hex').slice(0, 16)
}

function filesBelow(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && isNeeded(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}

// A checkout made under umask 077 is closed to the server's account; the copy must not be.
function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

function moveInto(aside: string, copy: string): void {
  try {
    renameSync(aside, copy)
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    rmSync(aside, { recursive: true, force: true }) // another start was faster with the same content
  }
}
