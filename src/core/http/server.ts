import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { VNode } from 'preact'
import type { Clock } from '../clock.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { Metrics } from '../log/metrics.ts'
import { answerFault, answerUnknown } from './errors.ts'
import { setHeaders } from './headers.ts'
import type { AnyPage } from './page.ts'
import { addPage } from './route.ts'
import type { Identity, Visit } from './visit.ts'

/** What the web server needs from the house; `services` goes on to the pages untouched. */
export interface ServerOptions {
  readonly baseUrl: string
  readonly secure: boolean
  /** How many proxies stand in front; 0: client-sent X-Forwarded-* headers are ignored. */
  readonly trustProxy: number
  readonly tileOrigin?: string | undefined
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Logger
  readonly metrics: Metrics
  readonly services: unknown
  readonly pages: readonly AnyPage[]
  /** Who a session cookie stands for; `undefined` when it is unknown, ended or disabled. */
  readonly identify: (sessionId: string) => Promise<Identity | undefined>
  readonly errorPage: (visit: Visit, fault: ErrorView) => VNode | Promise<VNode>
  /** Where to send someone who must sign in first. */
  readonly signInPath: (audience: 'resident' | 'staff' | 'operator', back: string) => string
}

/** What an error page may tell: never more than status and a mark that also stands in the log. */
export interface ErrorView {
  readonly status: number
  readonly mark: string
}

/**
 * The web server: one route for each page, one place for headers, limits and errors.
 * @example const server = await createServer(options); await server.listen({ host, port })
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    disableRequestLogging: true,
    trustProxy: (_address, hop) => hop < options.trustProxy,
    bodyLimit: 524_288,
    requestTimeout: 300_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 72_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // Node waits up to 60 s for headers by default; a slow stranger gets less.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    // An address that cannot be read meets no hook: its answer gets its headers and its page here.
    frameworkErrors: (cause, request, reply) => {
      setHeaders(reply, options)
      request.cookies = server.parseCookie(request.headers.cookie ?? '')
      void answerFault(options, { cause, request, reply })
    },
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: 524_288 })
  await server.register(multipart, { throwFileSizeLimit: false })
  // Only forms are read: a JSON or text body is nothing a page of ours sends.
  server.removeContentTypeParser(['application/json', 'text/plain'])
  server.addHook('onRequest', async (_request, reply) => setHeaders(reply, options))
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    options.metrics.observeRequest({
      method: request.method,
      route,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
    options.log.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  server.setErrorHandler((cause, request, reply) => answerFault(options, { cause, request, reply }))
  server.setNotFoundHandler((request, reply) => answerUnknown(options, request, reply))
  for (const one of options.pages) addPage(server, options, one)
  return server
}
