import path from 'node:path'
import type pg from 'pg'
import { diskBlobs } from '#core/blobs/blobs.ts'
import { type Clock, systemClock } from '#core/clock.ts'
import { createKeyring } from '#core/crypto/keyring.ts'
import { openDatabase } from '#core/db/database.ts'
import type { AnyPage } from '#core/http/page.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { createLog } from '#core/log/log.ts'
import { createMetrics } from '#core/log/metrics.ts'
import type { MailServices } from '#core/mail/send-mail.job.ts'
import { sendMail } from '#core/mail/send-mail.job.ts'
import { smtpTransport } from '#core/mail/transport.ts'
import { type CatalogueServices, createCatalogue } from '#modules/catalogue/index.ts'
import { createPortals } from '#modules/tenants/index.ts'
import type { Config } from './config.ts'
import { masterKeyOf } from './master-key.ts'

/** Everything that any module may ask for. */
export type Services = CatalogueServices & MailServices

export interface Connections {
  readonly owner: pg.PoolConfig
  readonly app: pg.PoolConfig
}

const catalogueFolder = path.join(import.meta.dirname, '../catalogue')

/** The one place that wires things together; web and worker process do it alike. */
export async function composeServices(
  config: Config,
  connections: Connections,
  options: { clock?: Clock } = {},
): Promise<Services> {
  const clock = options.clock ?? systemClock
  const database = openDatabase(connections.app)
  const now = () => clock.now()
  return {
    settings: { baseUrl: config.baseUrl, demo: config.demo, tileUrl: config.tileUrl },
    database,
    keyring: createKeyring(await masterKeyOf(config), database),
    blobs: diskBlobs(path.join(config.dataDir, 'files')),
    clock,
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    portals: createPortals(database, now),
    catalogue: await createCatalogue(database, { folder: catalogueFolder, now }),
    mail: config.smtpUrl ? smtpTransport(config.smtpUrl, config.mailFrom) : undefined,
    onNoticeNotified: async () => {},
  }
}

/** The route table: also the security table, since each page carries its audience. */
export const pages: readonly AnyPage[] = []

export const tasks: readonly Task<Services>[] = [sendMail]
