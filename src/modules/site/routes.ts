import type { AnyPage } from '#core/http/page.ts'
import { manifestPage } from './app/manifest.page.ts'
import { barrierPages } from './barrier/report-barrier.page.tsx'
import { demoMailsPage } from './demo/mails.page.tsx'
import { stylePage } from './demo/style.page.tsx'
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
  ...barrierPages,
  manifestPage,
  demoMailsPage,
  stylePage,
]
