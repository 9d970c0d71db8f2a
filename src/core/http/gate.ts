import type { FastifyRequest } from 'fastify'
import { BadRequest, Forbidden, SignInNeeded } from '../errors.ts'
import { isOwnOrigin, ownOrigins } from './csrf.ts'
import type { AnyPage } from './page.ts'
import type { ServerOptions } from './server.ts'
import type { Audience, Identity } from './visit.ts'

/**
 * Who is let in. Default deny: an audience that is not met ends the request before anything is parsed.
 * @throws SignInNeeded, or Forbidden for staff without the operator's role
 */
export function checkAudience(
  page: AnyPage,
  { identity, request }: { identity: Identity; request: FastifyRequest },
  options: ServerOptions,
): void {
  if (isAllowed(page.audience, identity)) return
  const { account, staff } = identity.scope
  const actor = staff?.id ?? account
  options.log.info(
    { event: 'access.denied', route: page.path, audience: page.audience, actor },
    'access denied',
  )
  if (page.audience === 'operator' && staff) throw new Forbidden('operator')
  if (request.method === 'POST') checkOrigin(options, request)
  throw new SignInNeeded(page.audience as Exclude<Audience, 'anyone'>)
}

function isAllowed(audience: Audience, { scope }: Identity): boolean {
  switch (audience) {
    case 'anyone':
      return true
    case 'resident':
      return scope.account !== undefined
    case 'staff':
      return scope.staff !== undefined
    case 'operator':
      return scope.staff?.roles.includes('operator') === true
  }
}

/** @throws BadRequest when the browser says that the form was not ours */
export function checkOrigin(options: ServerOptions, request: FastifyRequest): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const sent = { origin, 'sec-fetch-site': Array.isArray(site) ? site[0] : site }
  if (!isOwnOrigin(sent, ownOrigins(options.baseUrl))) throw new BadRequest('origin')
}
