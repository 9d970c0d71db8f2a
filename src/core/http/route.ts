import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BadRequest, Forbidden, NotFound, SignInNeeded } from '../errors.ts'
import { isOwnOrigin } from './csrf.ts'
import { isSafeName, readMultipart } from './multipart.ts'
import { type Opened, openVisit } from './open-visit.ts'
import type { AnyPage, RawForm } from './page.ts'
import { sendReply } from './reply.ts'
import type { ServerOptions } from './server.ts'
import type { Identity } from './visit.ts'

/** A request is a straight line: gate → parse → handle → respond. */
export function addPage(server: FastifyInstance, options: ServerOptions, page: AnyPage): void {
  server.route({
    method: page.method,
    url: page.path,
    handler: async (request, reply) => {
      const opened = await openVisit(options, request, reply)
      checkAudience(page, opened.identity, options, request)
      const params = parse(page.params, request.params, () => new NotFound('params'))
      const query = parse(page.query, withoutLanguage(request.query), () => new BadRequest('query'))
      const { visit } = opened
      Object.assign(visit, { params, query })
      if (page.method === 'POST')
        Object.assign(visit, { form: await readForm(page, opened, { options, request }) })
      const answer = await page.handle(visit)
      return sendReply(options, { visit, request, reply }, answer)
    },
  })
}

function checkAudience(
  page: AnyPage,
  identity: Identity,
  options: ServerOptions,
  request: FastifyRequest,
): void {
  if (page.audience === 'anyone') return
  const { account, staff } = identity.scope
  const isAllowed =
    page.audience === 'resident'
      ? account !== undefined
      : page.audience === 'staff'
        ? staff !== undefined
        : staff?.roles.includes('operator') === true
  if (isAllowed) return
  options.log.info(
    { event: 'access.denied', route: page.path, audience: page.audience, actor: staff?.id ?? account },
    'access denied',
  )
  if (page.audience === 'operator' && staff) throw new Forbidden('operator')
  if (request.method === 'POST') checkOrigin(options, request)
  throw new SignInNeeded(page.audience)
}

function parse(parser: AnyPage['params'] | undefined, value: unknown, fault: () => Error): unknown {
  if (!parser) {
    if (value && Object.keys(value).length > 0) throw fault()
    return {}
  }
  const result = parser.safeParse(value)
  if (!result.success) throw fault()
  return result.data
}

/** `?sprache=` is read by the server itself, on every page. */
function withoutLanguage(query: unknown): Record<string, unknown> {
  const { sprache: _, ...rest } = (query ?? {}) as Record<string, unknown>
  return rest
}

function checkOrigin(options: ServerOptions, request: FastifyRequest): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const own = new URL(options.baseUrl).origin
  if (!isOwnOrigin({ origin, 'sec-fetch-site': Array.isArray(site) ? site[0] : site }, own))
    throw new BadRequest('origin')
}

async function readForm(
  page: AnyPage,
  opened: Opened,
  { options, request }: { options: ServerOptions; request: FastifyRequest },
): Promise<unknown> {
  checkOrigin(options, request)
  const { visit, isTrusted } = opened
  if (page.receive && request.isMultipart()) {
    const { fields, files } = await readMultipart(request, isTrusted, async file =>
      page.receive?.({ ...visit, form: undefined }, file),
    )
    return parse(page.form, { ...fields, ...files }, () => new BadRequest('form'))
  }
  const { _csrf, ...fields } = (request.body ?? {}) as RawForm
  if (!isTrusted(_csrf)) throw new BadRequest('token')
  if (!Object.keys(fields).every(isSafeName)) throw new BadRequest('field name')
  return parse(page.form, fields, () => new BadRequest('form'))
}

export type Exchange = { request: FastifyRequest; reply: FastifyReply }
