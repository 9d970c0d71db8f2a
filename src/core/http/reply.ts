import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { compress } from './compression.ts'
import { cookieJar, cookieNames } from './cookies.ts'
import { contentSecurityPolicy, setFileHeaders } from './headers.ts'
import type { ServerOptions } from './server.ts'
import type { FileReply, Reply, Visit } from './visit.ts'

interface Exchange {
  readonly visit: Visit
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const session_s = 43_200

export async function sendReply(
  options: ServerOptions,
  exchange: Exchange,
  answer: Reply,
): Promise<FastifyReply> {
  const { reply } = exchange
  if (answer.session !== undefined) changeSession(options, reply, answer.session)
  switch (answer.kind) {
    case 'redirect':
      return reply.redirect(ownPath(answer.to), 303)
    case 'json':
      return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body)
    case 'file':
      return sendFile(reply, answer.file)
    case 'html': {
      reply.code(answer.status).type('text/html; charset=utf-8')
      if (answer.retryAfter_s !== undefined) reply.header('retry-after', answer.retryAfter_s)
      reply.header('content-security-policy', contentSecurityPolicy(exchange.visit.nonce, options))
      const text = `<!doctype html>${renderToString(answer.body)}`
      const { body, encoding } = await compress(text, exchange.request.headers['accept-encoding'])
      reply.header('vary', 'accept-encoding')
      if (encoding) reply.header('content-encoding', encoding)
      return reply.send(body)
    }
  }
}

function changeSession(options: ServerOptions, reply: FastifyReply, session: string | null): void {
  const jar = cookieJar(options.secure)
  const { session: name } = cookieNames(options.secure)
  if (session === null) jar.clear(reply, name)
  else jar.set(reply, { name, value: session, keep_s: session_s })
}

/** Only to ourselves: a path that begins with one slash and goes nowhere else. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : '/'
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  setFileHeaders(reply, file.mediaType)
  const ascii = file.name.normalize('NFKD').replaceAll(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(file.name).replaceAll(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16)}`,
  )
  reply.header(
    'content-disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  )
  if (file.size !== undefined) reply.header('content-length', file.size)
  return reply.type(file.mediaType).send(file.body)
}
