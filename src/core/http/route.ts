import type { FastifyInstance, FastifyRequest } from 'fastify'
import { BadRequest, NotFound } from '../errors.ts'
import { checkAudience, checkOrigin } from './gate.ts'
import { isSafeName, readMultipart } from './multipart.ts'
import { type Opened, openVisit } from './open-visit.ts'
import type { AnyPage, RawForm } from './page.ts'
import { sendReply } from './reply.ts'
import type { ServerOptions } from './server.ts'

/** A request is a straight line: gate → parse → handle → respond. */
export function addPage(server: FastifyInstance, options: ServerOptions, page: AnyPage): void {
  server.route({
    method: page.method,
    url: page.path,
    handler: async (request, reply) => {
      const opened = await openVisit(options, request, reply)
      checkAudience(page, { identity: opened.identity, request }, options)
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

function parse(parser: AnyPage['params'] | undefined, value: unknown, fault: () => Error): unknown {
  // What nobody reads does no harm: links come with the marks of mailing lists and search engines.
  if (!parser) return {}
  const result = parser.safeParse(value)
  if (!result.success) throw fault()
  return result.data
}

/** `?sprache=` is read by the server itself, on every page. */
function withoutLanguage(query: unknown): Record<string, unknown> {
  const { sprache: _, ...rest } = (query ?? {}) as Record<string, unknown>
  return rest
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
