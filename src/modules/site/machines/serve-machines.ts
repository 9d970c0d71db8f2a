import type { FastifyInstance, FastifyReply } from 'fastify'
import { inScope } from '#core/db/database.ts'
import { NotFound } from '#core/errors.ts'
import { countUnsentMails } from '#core/mail/mail-store.ts'
import type { SiteServices } from '../services.ts'
import { checkReadiness } from './check-readiness.ts'
import { mayReadMetrics } from './may-read-metrics.ts'
import { robotsText } from './robots-text.ts'
import { securityText } from './security-text.ts'

export interface MachineOptions {
  readonly services: SiteServices
  readonly config: {
    /** Opens `/metrics` to whoever has it; without one only this machine reads them. */
    readonly metricsToken: string | undefined
    /** Where to report a weakness, as URI; without one, the mail addresses of the towns. */
    readonly securityContact: string | undefined
  }
}

/**
 * Fastify plugin: what machines ask, without session, language or page. `/healthz` answers while the process lives,
 * `/readyz` 503 until it can serve.
 *
 *     await server.register(serveMachines, { services, config })
 */
export async function serveMachines(server: FastifyInstance, options: MachineOptions): Promise<void> {
  const { services, config } = options
  server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }))

  server.get('/readyz', async (_request, reply) => {
    const state = await checkReadiness(services.database, { now: services.clock.now() })
    const isReady = Object.values(state).every(Boolean)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...state })
  })

  server.get('/metrics', async (request, reply) => {
    // Who may not read them learns no more than of any address that does not exist.
    if (!mayReadMetrics(request, config.metricsToken)) throw new NotFound('metrics')
    const scope = { now: services.clock.now() }
    services.metrics.setMailBacklog(await inScope(services.database, scope, countUnsentMails))
    return sendText(reply, await services.metrics.text(), 'text/plain; version=0.0.4; charset=utf-8')
  })

  server.get('/robots.txt', (_request, reply) => sendText(reply, robotsText))
  server.get('/.well-known/security.txt', (_request, reply) => answerSecurity(options, reply))
}

async function answerSecurity(
  { services, config }: MachineOptions,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const portals = await services.portals.list()
  const towns = new Set(portals.map(portal => `mailto:${portal.tenant.settings.contact.email}`))
  const contacts = config.securityContact ? [config.securityContact] : [...towns]
  const { baseUrl } = services.settings
  return sendText(reply, securityText({ contacts, baseUrl, now: services.clock.now() }))
}

function sendText(reply: FastifyReply, text: string, type = 'text/plain; charset=utf-8'): FastifyReply {
  return reply.type(type).send(text)
}
