import type { AnyPage } from '#core/http/page.ts'
import { portalHomePage } from './home/portal-home.page.tsx'
import { regionPage } from './home/region.page.tsx'
import { servicePage } from './offered/service.page.tsx'
import { serviceListPage } from './offered/service-list.page.tsx'
import { pages as textPages } from './texts/routes.ts'

export const pages: readonly AnyPage[] = [
  regionPage,
  portalHomePage,
  serviceListPage,
  servicePage,
  ...textPages,
]
