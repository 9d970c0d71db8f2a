import type { TenantServices } from '#modules/tenants/index.ts'

/** What this module asks of the house. */
export type AccountServices = TenantServices
