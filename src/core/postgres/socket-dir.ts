import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// sun_path of a Unix socket address holds 108 bytes with its closing zero.
const LONGEST_ADDRESS = 107

export interface SocketDir {
  /** What pg takes as `host`. */
  readonly path: string
  release(): void
}

/** The folder of the server's socket under a name short enough for a socket address. */
export function socketDirOf(clusterDir: string, port: number): SocketDir {
  const address = join(clusterDir, `.s.PGSQL.${port}`)
  if (Buffer.byteLength(address) <= LONGEST_ADDRESS) return { path: clusterDir, release() {} }
  // The socket stays in the database folder, behind its mode 0700; only a short way to it is added.
  const way = mkdtempSync(join(tmpdir(), 'torhaus-'))
  symlinkSync(clusterDir, join(way, 'pg'))
  return { path: join(way, 'pg'), release: () => rmSync(way, { recursive: true, force: true }) }
}
