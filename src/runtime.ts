import path from 'node:path'
import type { Logger } from 'pino'
import { prepareDatabase } from '#core/db/prepare.ts'
import { checkDatabase } from '#core/db/self-check.ts'
import { startPostgres } from '#core/postgres/index.ts'
import type { Connections } from './compose.ts'
import type { Config } from './config.ts'

/** A database that is ready: schema newest, connections known. `stop` ends only what was started here. */
export interface Runtime extends Connections {
  readonly urls: { readonly owner: string; readonly app: string }
  /** Resolves with the reason when the embedded database cannot be brought back; never for an own database. */
  readonly lost: Promise<Error>
  stop(): Promise<void>
}

export async function openRuntime(config: Config, log: Logger): Promise<Runtime> {
  const opened = config.databaseUrl
    ? ownDatabase(config, config.databaseUrl)
    : await embeddedDatabase(config, log)
  try {
    const applied = await prepareDatabase(opened.owner, log)
    if (applied.length > 0) log.info({ migrations: applied }, 'database brought up to date')
    // The demo holds invented data on one machine; whoever tries it may use any database.
    if (!config.demo) await checkDatabase(opened.app)
    return opened
  } catch (cause) {
    await opened.stop()
    throw cause
  }
}

function ownDatabase(config: Config, url: string): Runtime {
  const app = config.databaseAppUrl ?? url
  return {
    owner: { connectionString: url },
    app: { connectionString: app },
    urls: { owner: url, app },
    lost: new Promise(() => {}),
    stop: async () => {},
  }
}

async function embeddedDatabase(config: Config, log: Logger): Promise<Runtime> {
  const postgres = await startPostgres({
    dataDir: path.resolve(config.dataDir),
    log: { debug: text => log.debug(text), info: text => log.info(text), warn: text => log.warn(text) },
  })
  return {
    owner: postgres.connection('owner'),
    app: postgres.connection('app'),
    urls: { owner: postgres.url('owner'), app: postgres.url('app') },
    lost: postgres.ended.then(cause => cause ?? new Promise(() => {})),
    stop: () => postgres.stop(),
  }
}
