import { fakeClock } from '#core/clock.ts'
import { inTenant } from '#core/db/scope.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import type { Connections } from '#src/compose.ts'
import { composeServices } from '#src/compose.ts'
import { readConfig } from '#src/config.ts'
import { provideNotice } from './provide-notice.ts'

/** What a worker is told that does not live to finish its job. */
export interface Doom {
  readonly connections: Connections
  readonly dataDir: string
  readonly now: string
  readonly order: { readonly case: string; readonly effect: string }
  /** When it is killed: the PDF is stored; the row is written and not committed; all is committed. */
  readonly at: 'stored' | 'writing' | 'committed'
}

// A process of its own: `kill -9` asks nobody and cleans nothing up.
const doom = JSON.parse(process.argv[2]!) as Doom
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}
const config = readConfig({ DATA_DIR: doom.dataDir, LOG_LEVEL: 'silent', PORT: '0' })
const services = await composeServices(config, doom.connections, { clock: fakeClock(doom.now) })
const { blobs, portals } = services
const doomed = {
  ...services,
  blobs: {
    ...blobs,
    write: async (...given: Parameters<typeof blobs.write>) => {
      const written = await blobs.write(...given)
      return doom.at === 'stored' ? die() : written
    },
  },
  // Asked for the applicant's mail, after the row of the notice was written.
  portals: { ...portals, list: async () => (doom.at === 'writing' ? die() : portals.list()) },
}
const scope = inTenant({ now: new Date(doom.now) }, 'leuna' as TenantId)
await provideNotice(doomed, scope, { case: doom.order.case as CaseId, effect: doom.order.effect, data: {} })
die()
