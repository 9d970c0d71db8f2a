import path from 'node:path'
import { freezeScope } from '#core/db/scope.ts'
import { readRegion, seedRegion } from '#modules/tenants/index.ts'
import type { Services } from './compose.ts'

/** Known to everyone, and therefore refused outside of the demo (src/config.ts: the demo listens on loopback only). */
const demoPassword = 'Torhaus-Demo-2026'

/** Loads the demo region and tells the logins. */
export async function seedDemo(services: Services): Promise<string[]> {
  const region = await readRegion(path.join(import.meta.dirname, '../regions/saalekreis'))
  const staff = await seedRegion(services, freezeScope({ now: services.clock.now() }), {
    region,
    demoPassword,
  })
  return [
    `  Desk:     /amt/anmelden, password of all: ${demoPassword}`,
    ...staff.map(one => `            ${one.email.padEnd(30)} ${one.name}, ${one.tenant}`),
  ]
}
