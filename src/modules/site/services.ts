import type { CatalogueServices } from '#modules/catalogue/index.ts'

/** What the public pages need of the house. */
export type SiteServices = CatalogueServices
