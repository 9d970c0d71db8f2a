import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { clusterOf, ensureCluster, openDataDir } from './cluster.ts'
import { connectionUrl } from './connection-url.ts'
import { type DataLock, lockDataDir } from './data-lock.ts'
import { createDatabase, dropDatabase, ensureRolesAndDatabase } from './database-store.ts'
import { endLeftovers } from './leftovers.ts'
import type { Connection, Postgres, PostgresOptions, Role } from './model.ts'
import { launchServer, type Server } from './server.ts'
import { type SocketDir, socketDirOf } from './socket-dir.ts'
import { type Supervised, supervise } from './supervise.ts'

// No network port is opened; the number only names the socket file.
const PORT = 5432
const DATABASE = 'torhaus'
const USERS = { owner: 'torhaus_owner', app: 'torhaus_app', admin: 'postgres' } as const

/**
 * Starts the PostgreSQL that comes with Torhaus, for trying out and for small towns.
 *
 * The first start creates the database (about a second), later ones take a tenth of that. The server
 * listens on a Unix socket only, never runs as root, is brought back when it dies, and recovers what
 * was committed after kill -9 of either process. A second start on the same folder is refused with a
 * `PostgresRefusal`. Stop it by `stop()` before the process ends.
 *
 * @example
 * const postgres = await startPostgres({ dataDir: './data', log: console })
 * const pool = new pg.Pool(postgres.connection('app'))
 * await pool.end()
 * await postgres.stop()
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = openDataDir(options.dataDir)
  const lock = lockDataDir(dataDir)
  let socket: SocketDir | undefined
  try {
    const { dir, launch } = await prepare(dataDir, options)
    const first = await launch()
    socket = socketDirOf(dir, PORT)
    return await open(supervise(first, launch, options.log), socket, lock)
  } catch (error) {
    socket?.release()
    lock.release()
    throw error
  }
}

async function prepare(dataDir: string, { log, settings = {}, caches }: PostgresOptions) {
  const { dir, account } = clusterOf(dataDir)
  // An earlier run may have been killed while the server ran, or while its folder was being created.
  const left = (await endLeftovers(dir)) + (await endLeftovers(`${dir}.new`))
  if (left > 0) log.warn(`ended ${left} database processes that an earlier run had left behind`)
  const binaries = findBinaries(account, caches ?? cachesFor(dataDir, account.drop))
  if (ensureCluster(dir, account, binaries)) log.info(`created a new database in ${dir}`)
  const launch = async (): Promise<Server> => {
    await endLeftovers(dir)
    return launchServer({ dir, account, binaries, settings, log })
  }
  return { dir, launch }
}

// Root needs a place that its server's account can reach; everybody else reaches their own data.
function cachesFor(dataDir: string, drop: boolean): string[] {
  return drop ? ['/var/cache/torhaus', '/tmp/torhaus-cache'] : [join(dataDir, 'cache')]
}

async function open(server: Supervised, socket: SocketDir, lock: DataLock): Promise<Postgres> {
  const connection = (role: Role = 'app', database = DATABASE): Connection => {
    return { host: socket.path, port: PORT, user: USERS[role], database }
  }
  const admin = connection('admin', 'postgres')
  const stop = async () => {
    await server.stop()
    socket.release()
    lock.release()
  }
  try {
    await ensureRolesAndDatabase(admin, DATABASE)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    connection,
    url: (role, database) => connectionUrl(connection(role, database)),
    createDatabase: (name, template) => createDatabase(admin, name, template),
    dropDatabase: name => dropDatabase(admin, name),
    get pid() {
      return server.pid()
    },
    ended: server.ended,
    stop,
  }
}
