import type { Logger } from 'pino'
import type { Blobs } from './blobs/blobs.ts'
import type { Clock } from './clock.ts'
import type { Keyring } from './crypto/keyring.ts'
import type { Database, Db } from './db/database.ts'
import type { Metrics } from './log/metrics.ts'

/** What every module may use; made once in src/compose.ts. A module that needs more names it in a type of its own. */
export interface CoreServices {
  readonly settings: {
    readonly baseUrl: string
    readonly demo: boolean
    readonly tileUrl: string | undefined
  }
  readonly database: Database
  readonly keyring: Keyring
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: Metrics
}

/** First argument of what runs inside a caller's transaction and needs more than the database. */
export interface InTransaction<Services> {
  readonly services: Services
  readonly db: Db
}
