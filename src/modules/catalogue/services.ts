import type { TenantServices } from '#modules/tenants/index.ts'
import type { Catalogue } from './catalogue.ts'

export interface CatalogueServices extends TenantServices {
  readonly catalogue: Catalogue
}
