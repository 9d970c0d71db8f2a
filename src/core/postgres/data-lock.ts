import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { nameOfSelf } from './account.ts'
import { causeOf, hasCode, PostgresRefusal } from './errors.ts'

/** SQLITE_BUSY: another process holds the file. */
const BUSY = 5

export interface DataLock {
  release(): void
}

/**
 * Makes this process the only one that may run a database in the folder.
 *
 * The lock is the kernel's (an fcntl lock, taken through an empty SQLite file: Node offers no other
 * door to it). The kernel gives it back when the holder dies, however it dies; so nothing is stale
 * after kill -9, a number used again by another process means nothing, and two starts in the same
 * instant cannot both win. It also holds between containers that share the folder. One caution: fcntl
 * locks end when the holder opens and closes the same file a second time, so nobody else may touch it.
 */
export function lockDataDir(dataDir: string): DataLock {
  const note = join(dataDir, 'torhaus.pid')
  const file = takeLock(dataDir, note)
  // Only a note for people and for the message below; whether the folder is taken, the lock says.
  writeFileSync(note, `${process.pid}\n`)
  return {
    release() {
      if (!file.isOpen) return
      rmSync(note, { force: true })
      file.close()
    },
  }
}

function takeLock(dataDir: string, note: string): DatabaseSync {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(join(dataDir, 'torhaus.lock'))
    // Nothing is ever written, so no journal file is wanted beside it.
    file.exec('pragma journal_mode = memory; begin exclusive')
    return file
  } catch (error) {
    file?.close()
    const code = sqliteCode(error)
    if (code === BUSY) throw new PostgresRefusal('data-dir-in-use', { dir: dataDir, holder: readNote(note) })
    if (code === undefined) throw error
    throw new PostgresRefusal('data-dir-closed', { dir: dataDir, cause: causeOf(error), user: nameOfSelf() })
  }
}

function sqliteCode(error: unknown): unknown {
  return error instanceof Error && 'errcode' in error ? error.errcode : undefined
}

function readNote(note: string): string {
  try {
    return readFileSync(note, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '?'
    throw error
  }
}
