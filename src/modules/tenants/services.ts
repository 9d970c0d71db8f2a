import type { CoreServices } from '#core/services.ts'
import type { Portals } from './portals.ts'

export interface TenantServices extends CoreServices {
  readonly portals: Portals
}
