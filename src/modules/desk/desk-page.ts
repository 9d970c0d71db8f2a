import type { z } from 'zod'
import type { Page } from '#core/http/page.ts'
import { page } from '#core/http/page.ts'
import type { Reply, Visit } from '#core/http/visit.ts'
import type { Portal } from '#modules/tenants/index.ts'
import { messages, type Say } from './messages.ts'
import type { DeskServices } from './services.ts'

/** What a page of the desk knows: the authority's face and words in the reader's language. */
export type DeskVisit<P = unknown, Q = unknown, F = unknown> = Visit<DeskServices, P, Q, F> & {
  /** Portal of the authority; one without a public face has none. */
  readonly portal: Portal | undefined
  readonly t: Say
}

/** As `page`, for staff: the authority comes from the session, never from the address. */
export function deskPage<P extends z.ZodType, Q extends z.ZodType, F extends z.ZodType>(
  definition: Omit<Page<DeskServices, P, Q, F>, 'handle'> & {
    readonly audience: 'staff'
    readonly handle: (visit: DeskVisit<z.output<P>, z.output<Q>, z.output<F>>) => Promise<Reply> | Reply
  },
): Page<DeskServices, P, Q, F> {
  return page<DeskServices, P, Q, F>({
    ...definition,
    handle: async visit => {
      const portals = await visit.services.portals.list()
      const portal = portals.find(one => one.tenant.id === visit.scope.tenant)
      return definition.handle({ ...visit, portal, t: messages.in(visit.language) })
    },
  })
}
