import type { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Page } from '#core/http/page.ts'
import { page } from '#core/http/page.ts'
import type { Reply, Visit } from '#core/http/visit.ts'
import type { Portal } from './model.ts'
import type { TenantServices } from './services.ts'

export type PortalVisit<S, P, Q, F> = Visit<S, P, Q, F> & { readonly portal: Portal }

/** A page below `/:portal`: as `page`, with the portal found before the handler runs; an unknown one is 404. */
export function portalPage<
  S extends TenantServices,
  P extends z.ZodType<{ portal: string }>,
  Q extends z.ZodType,
  F extends z.ZodType,
>(
  definition: Omit<Page<S, P, Q, F>, 'handle'> & {
    handle: (visit: PortalVisit<S, z.output<P>, z.output<Q>, z.output<F>>) => Promise<Reply> | Reply
  },
): Page<S, P, Q, F> {
  return page({
    ...definition,
    handle: async (visit: Visit<S, z.output<P>, z.output<Q>, z.output<F>>) => {
      const portal = await visit.services.portals.find(visit.params.portal)
      if (!portal) throw new NotFound('portal')
      return definition.handle({ ...visit, portal })
    },
  } as Page<S, P, Q, F>)
}
