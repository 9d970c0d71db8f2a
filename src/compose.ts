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
import { pages as accountAreaPages } from '#modules/account-area/index.ts'
import { pages as accountPages, tasks as accountTasks } from '#modules/accounts/index.ts'
import {
  type ApplicationServices,
  pages as applicationPages,
  tasks as applicationTasks,
} from '#modules/applications/index.ts'
import {
  type CaseServices,
  closeCase,
  deliverRequest,
  type Effect,
  fireTimers,
  openCase,
  remindApplicant,
  runEffect,
} from '#modules/cases/index.ts'
import { createCatalogue } from '#modules/catalogue/index.ts'
import { onNoticeNotified, onNoticePosted, provideNotice } from '#modules/decisions/index.ts'
import { pages as deskPages } from '#modules/desk/index.ts'
import { pages as sitePages } from '#modules/site/index.ts'
import { createPortals } from '#modules/tenants/index.ts'
import type { Config } from './config.ts'
import { masterKeyOf } from './master-key.ts'

/** Everything that any module may ask for. */
export type Services = ApplicationServices & CaseServices & MailServices

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
  const services: Services = {
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
    onNoticeNotified: (db, scope, notice) => onNoticeNotified(db, scope, { services, notice }),
    onNoticePosted: (db, scope, notice) => onNoticePosted(db, scope, { services, notice }),
    onSubmitted: async (db, scope, submission) => {
      await openCase({ services, db }, scope, submission)
    },
    effects: effectsOf(() => services),
  }
  return services
}

/** What a process may ask the portal to do (`torhaus:effect`), by the module that can. */
function effectsOf(services: () => Services): Readonly<Record<string, Effect>> {
  return {
    'request-information': (scope, order) => deliverRequest(services(), scope, order),
    'remind-applicant': (scope, order) => remindApplicant(services(), scope, order),
    'provide-notice': (scope, order) => provideNotice(services(), scope, order),
    'close-case': (scope, order) => closeCase(services(), scope, order),
  }
}

/** The route table: also the security table, since each page carries its audience. */
export const pages: readonly AnyPage[] = [
  ...accountPages,
  ...applicationPages,
  ...deskPages,
  ...sitePages,
  ...accountAreaPages,
]

export const tasks: readonly Task<Services>[] = [
  sendMail,
  ...accountTasks,
  runEffect,
  fireTimers,
  ...applicationTasks,
]
