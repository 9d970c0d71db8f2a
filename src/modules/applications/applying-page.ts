import type { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Page } from '#core/http/page.ts'
import type { Reply } from '#core/http/visit.ts'
import { type Portal, type PortalVisit, portalPage } from '#modules/tenants/index.ts'
import type { ApplicationServices } from './services.ts'

/** A page of this module: as `portalPage`, with the services of applications. */
export function applyingPage<
  P extends z.ZodType<{ portal: string }>,
  Q extends z.ZodType,
  F extends z.ZodType,
>(
  definition: Omit<Page<ApplicationServices, P, Q, F>, 'handle'> & {
    handle: (
      visit: PortalVisit<ApplicationServices, z.output<P>, z.output<Q>, z.output<F>>,
    ) => Promise<Reply> | Reply
  },
): Page<ApplicationServices, P, Q, F> {
  return portalPage<ApplicationServices, P, Q, F>(definition)
}

/** The portal while a file streams in, before the page's handler runs. @throws NotFound */
export async function findPortal(services: ApplicationServices, slug: string): Promise<Portal> {
  const portal = await services.portals.find(slug)
  if (!portal) throw new NotFound('portal')
  return portal
}
