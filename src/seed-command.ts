import path from 'node:path'
import { freezeScope } from '#core/db/scope.ts'
import { createLog } from '#core/log/log.ts'
import { readRegion, seedRegion } from '#modules/tenants/index.ts'
import { composeServices } from './compose.ts'
import { readConfig } from './config.ts'
import { openRuntime } from './runtime.ts'

/** `torhaus seed <folder>`: towns, offices and offers of a region, without demo staff. */
export async function seedCommand([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error('torhaus seed <folder>, for example regions/saalekreis')
    return 2
  }
  const config = readConfig(process.env)
  const runtime = await openRuntime(config, createLog(config.logLevel))
  const services = await composeServices(config, runtime)
  const region = await readRegion(path.resolve(folder))
  await seedRegion(services, freezeScope({ now: services.clock.now() }), { region })
  await services.database.close()
  await runtime.stop()
  console.log(`${region.tenants.length} tenants, ${region.places.length} places`)
  return 0
}
