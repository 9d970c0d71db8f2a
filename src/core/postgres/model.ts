/** What the launcher needs of a logger; pino and console both fit. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
}

/** pg's settings for one connection or pool. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** `owner` migrates, `app` works and owns nothing; `admin` is the server's superuser, for tests and backups. */
export type Role = 'owner' | 'app' | 'admin'

export interface PostgresOptions {
  /** The operator's DATA_DIR; the database lies in its folder `postgres`. */
  readonly dataDir: string
  readonly log: Log
  /** Server settings that win over ours, for tests and fault runs, such as `synchronous_commit: 'off'`. */
  readonly settings?: Readonly<Record<string, string>> | undefined
  /** Where a copy of the server may be kept, should the package be closed to the server's account. */
  readonly caches?: readonly string[] | undefined
}

export interface Postgres {
  /** Settings for `new pg.Pool(…)`; role `app` and database `torhaus` unless told otherwise. */
  connection(role?: Role, database?: string): Connection
  /** The same as a URL, for psql and for other processes on this machine. */
  url(role?: Role, database?: string): string
  /** Creates a database owned by `torhaus_owner`, as a copy of `template` where one is named. */
  createDatabase(name: string, template?: string): Promise<void>
  dropDatabase(name: string): Promise<void>
  /** The server's process now; another one after a crash. */
  readonly pid: number
  /** Resolves with nothing after `stop`, with the reason where a crashed server could not be brought back. */
  readonly ended: Promise<Error | undefined>
  stop(): Promise<void>
}
