import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { hasCode, PostgresRefusal } from './errors.ts'

/** Whom the server runs as. `drop` is missing where it runs as the user who started Torhaus. */
export interface Account {
  readonly uid: number
  readonly gid: number
  readonly drop: boolean
}

// Debian's `nobody:nogroup`; PostgreSQL refuses to run as root, and nobody owns no other files.
const NOBODY = 65534

/**
 * Root hands the server to the owner of an existing database folder, so an operator may choose the
 * account with `chown`; a new folder goes to `nobody`. Any other user keeps their own account.
 */
export function accountFor(clusterDir: string): Account {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return named({ uid, gid: process.getgid?.() ?? uid, drop: false })
  const owner = statSync(clusterDir, { throwIfNoEntry: false })
  if (owner === undefined || owner.uid === 0) return named({ uid: NOBODY, gid: NOBODY, drop: true })
  return named({ uid: owner.uid, gid: owner.gid, drop: true })
}

// initdb looks its user up by number and gives a bare "could not look up" otherwise.
function named(account: Account): Account {
  if (accountName(account.uid) === undefined) throw new PostgresRefusal('no-account', { uid: account.uid })
  return account
}

/** The login name behind a number, or the number itself; for messages. */
export function nameOf(uid: number): string {
  return accountName(uid) ?? String(uid)
}

/** The login name of the user who started Torhaus. */
export function nameOfSelf(): string {
  return nameOf(process.getuid?.() ?? 0)
}

// The login name behind a number; undefined where the machine does not know it.
function accountName(uid: number): string | undefined {
  if (uid === process.getuid?.()) return ownName()
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.split(':')[2] === String(uid))
  return line?.split(':')[0]
}

// Asks the system's own look-up, which also knows directory services (LDAP, SSSD).
function ownName(): string | undefined {
  try {
    return userInfo().username
  } catch (error) {
    if (hasCode(error, 'ERR_SYSTEM_ERROR')) return undefined
    throw error
  }
}
