import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SignInNeeded, TooMany } from '../errors.ts'
import { openVisit } from './open-visit.ts'
import { sendReply } from './reply.ts'
import type { ServerOptions } from './server.ts'
import { html, redirect } from './visit.ts'

interface Failure {
  readonly cause: unknown
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Signs without 0/O and 1/I, short enough to read out on the phone. */
const newMark = () => randomBytes(5).toString('hex').toUpperCase()

/** The one place that turns a fault into an answer: class → status → page. */
export async function answerFault(options: ServerOptions, failure: Failure): Promise<FastifyReply> {
  const { cause, request, reply } = failure
  if (cause instanceof SignInNeeded) {
    const opened = await openVisit(options, request, reply)
    const back = request.method === 'GET' ? request.url : '/'
    return sendReply(
      options,
      { visit: opened.visit, request, reply },
      redirect(options.signInPath(cause.audience, back)),
    )
  }
  if (cause instanceof TooMany) reply.header('retry-after', cause.retryAfter_s)
  const status = statusOf(cause)
  const mark = newMark()
  const entry = { mark, status, route: request.routeOptions.url ?? 'unknown' }
  if (status >= 500) options.log.error({ ...entry, err: cause }, 'fault')
  else options.log.info({ ...entry, event: 'request.refused', reason: (cause as Error).name }, 'refused')
  return answerWith(options, failure, { status, mark })
}

/** An unknown address answers like an object that is not there. */
export async function answerUnknown(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return answerWith(options, { cause: undefined, request, reply }, { status: 404, mark: '' })
}

async function answerWith(
  options: ServerOptions,
  failure: Failure,
  view: { status: number; mark: string },
): Promise<FastifyReply> {
  const { request, reply } = failure
  // What failed may be the very database that knows the sessions: a fault is told without asking it again.
  const asking = view.status >= 500 ? { ...options, identify: async () => undefined } : options
  const { visit } = await openVisit(asking, request, reply)
  const mark = view.status >= 500 ? view.mark : ''
  return sendReply(
    options,
    { visit, request, reply },
    html(await options.errorPage(visit, { status: view.status, mark }), view.status),
  )
}

function statusOf(cause: unknown): number {
  const { status, statusCode } = cause as { status?: unknown; statusCode?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500) return status
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500
}
