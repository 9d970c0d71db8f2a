import { z } from 'zod'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { type AnyPage, type IncomingFile, type Page, page } from '#core/http/page.ts'
import type { Reply, Visit } from '#core/http/visit.ts'
import type { ApplicationId, TenantId } from '#core/ids.ts'
import { uuidPattern } from '#core/ids.ts'
import type { Portal } from '#modules/tenants/index.ts'
import { messages, type Say } from './messages.ts'
import type { AreaServices } from './services.ts'
import { type OwnUrls, ownUrls } from './urls.ts'

/** A visit to what is one's own, with an account or by tracking code. */
export type OwnVisit<P = unknown, Q = unknown, F = unknown> = Visit<AreaServices, P, Q, F> & {
  readonly entrance: 'account' | 'guest'
  /** Whose head and foot the page shows. */
  readonly portal: Portal | undefined
  readonly urls: OwnUrls
  readonly t: Say
}

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)
export const uuid = z.string().regex(uuidPattern)

export const tenantParam = slug.transform(id => id as TenantId)
export const applicationParams = z.object({
  tenant: tenantParam,
  application: uuid.transform(id => id as ApplicationId),
})

/** A page for people with an account. */
export function accountPage<P extends z.ZodType, Q extends z.ZodType, F extends z.ZodType>(
  definition: Omit<Page<AreaServices, P, Q, F>, 'handle' | 'receive'> & {
    readonly audience: 'resident'
    readonly handle: (visit: OwnVisit<z.output<P>, z.output<Q>, z.output<F>>) => Promise<Reply> | Reply
  },
): Page<AreaServices, P, Q, F> {
  return page<AreaServices, P, Q, F>({
    ...definition,
    handle: async visit => definition.handle(await ofAccount(visit)),
  })
}

export interface OwnPages<P extends z.ZodObject, Q extends z.ZodType, F extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** The same page at both entrances: for the account, and below `/:portal/status/:tenant/:application`. */
  readonly paths: { readonly account: string; readonly guest: string }
  readonly audit: string
  readonly params: { readonly account: P; readonly guest?: P | undefined }
  readonly query?: Q | undefined
  readonly form?: F | undefined
  readonly receive?: ((visit: OwnVisit<z.output<P>>, file: IncomingFile) => Promise<unknown>) | undefined
  readonly handle: (visit: OwnVisit<z.output<P>, z.output<Q>, z.output<F>>) => Promise<Reply> | Reply
}

/** The same page for an account and for whoever proved code and name (`trackApplication`) in this browser. */
export function ownPages<P extends z.ZodObject, Q extends z.ZodType, F extends z.ZodType>(
  definition: OwnPages<P, Q, F>,
): AnyPage[] {
  const { paths, params, receive, handle, query, form, method, audit } = definition
  const shared = { method, audit, ...(query && { query }), ...(form && { form }) }
  const withAccount: AnyPage = {
    ...shared,
    path: paths.account,
    audience: 'resident',
    params: params.account,
    handle: async (visit: Visit<AreaServices>) =>
      handle((await ofAccount(visit)) as OwnVisit<never, never, never>),
    ...(receive && {
      receive: async (visit: Visit<AreaServices>, file: IncomingFile) =>
        receive((await ofAccount(visit)) as OwnVisit<never>, file),
    }),
  }
  const byCode: AnyPage = {
    ...shared,
    path: paths.guest,
    audience: 'anyone',
    params: (params.guest ?? params.account).extend({ portal: slug }),
    handle: async (visit: Visit<AreaServices>) =>
      handle((await ofGuest(visit)) as OwnVisit<never, never, never>),
    ...(receive && {
      receive: async (visit: Visit<AreaServices>, file: IncomingFile) =>
        receive((await ofGuest(visit)) as OwnVisit<never>, file),
    }),
  }
  return [page(withAccount), page(byCode)]
}

async function ofAccount<P, Q, F>(visit: Visit<AreaServices, P, Q, F>): Promise<OwnVisit<P, Q, F>> {
  const { portal: slugOfSession } = visit.identity
  const portal = slugOfSession === undefined ? undefined : await visit.services.portals.find(slugOfSession)
  const own = { entrance: 'account', portal, urls: ownUrls(), t: messages.in(visit.language) } as const
  return { ...visit, ...own, scope: ownScope(visit.scope) }
}

async function ofGuest<P, Q, F>(visit: Visit<AreaServices, P, Q, F>): Promise<OwnVisit<P, Q, F>> {
  const portal = await visit.services.portals.find((visit.params as { portal: string }).portal)
  if (!portal) throw new NotFound('portal')
  const own = {
    entrance: 'guest',
    portal,
    urls: ownUrls(portal.slug),
    t: messages.in(visit.language),
  } as const
  return { ...visit, ...own, scope: ownScope(visit.scope) }
}

/**
 * Only who she is, never an authority: a clerk who opens this page is a stranger here, and row-level security shows
 * to each what is her own.
 */
function ownScope({ now, account, guest }: Scope): Scope {
  return freezeScope({ now, account, guest })
}
