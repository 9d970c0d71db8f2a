import { serveAssets } from '#core/assets/index.ts'
import { createServer } from '#core/http/server.ts'
import { stopLetters } from '#core/letters/index.ts'
import { serveMachines } from '#modules/site/index.ts'
import { composeServices, pages, type Services } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { seedDemo } from './demo.ts'
import { ensureAssets } from './ensure-assets.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import { serverOptions } from './server-options.ts'
import { untilStopped } from './until-stopped.ts'
import { keepWorker } from './worker-process.ts'

/** `torhaus start`: database, worker and web server of one machine, ended cleanly by Ctrl-C. */
export async function startCommand(): Promise<number> {
  const config = readConfig(process.env)
  await ensureAssets()
  const bare = await openServicesAndRuntime(config)
  try {
    await serve(config, bare)
    return 0
  } finally {
    await stopLetters()
    await bare.services.database.close()
    await bare.runtime.stop()
  }
}

interface Opened {
  readonly services: Services
  readonly runtime: Runtime
}

async function openServicesAndRuntime(config: Config): Promise<Opened> {
  const { createLog } = await import('#core/log/log.ts')
  const runtime = await openRuntime(config, createLog(config.logLevel))
  return { runtime, services: await composeServices(config, runtime) }
}

async function serve(config: Config, { services, runtime }: Opened): Promise<void> {
  const logins = config.demo ? await seedDemo(services) : []
  const server = await createServer({ ...serverOptions(config, services), pages })
  await server.register(serveAssets)
  await server.register(serveMachines, { config, services })
  const worker = config.worker === 'spawn' ? keepWorker(runtime, services.log) : undefined
  await server.listen({ host: config.host, port: config.port })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  services.log.info({ port, demo: config.demo }, 'listening')
  if (config.demo) printWelcome(`http://${config.host}:${port}`, logins)
  process.send?.({ ready: port })
  const lost = await Promise.race([untilStopped(), runtime.lost])
  if (lost) services.log.error({ err: lost }, 'the database is gone, ending')
  await server.close()
  await worker?.stop()
  if (lost) throw lost
}

function printWelcome(url: string, logins: readonly string[]): void {
  console.log(
    [
      '',
      `  Torhaus – demo on ${url}`,
      '  Data and logins are invented; do not use them for a real town.',
      '',
      ...logins,
      '',
    ].join('\n'),
  )
}
