import type { FastifyInstance } from 'fastify'
import type { TenantId } from '#core/ids.ts'
import type { World } from '../world/build-world.ts'

/** Doors beside the route table, without its protections: what the tests of forms must see. */
export function plantCarelessDoor() {
  let world: World | undefined
  const write = () => world!.state.query(`update torhaus.counters set value = value + 1`)
  const paths = {
    open: '/probe/offen',
    late: '/probe/spaet',
    greedy: '/probe/gierig',
    sealing: '/probe/versiegelt',
    fragile: '/probe/empfindlich',
  } as const
  return {
    ...paths,
    serve: (one: World) => {
      world = one
    },
    plant: (server: FastifyInstance) => {
      server.post(paths.open, async () => {
        await write()
        return 'done'
      })
      for (const method of ['GET', 'POST'] as const)
        server.route({
          method,
          url: paths.late,
          handler: async (_request, reply) => {
            await write()
            return reply.code(400).send('no')
          },
        })
      server.post(paths.greedy, async request => {
        for (const value of Object.values(request.body as Record<string, string>))
          await world!.state.query(
            `insert into torhaus.demo_mails (message_id, recipient, subject, body, sent_at) values (gen_random_uuid(), '', '', $1, now())`,
            [value],
          )
        return 'done'
      })
      server.post(paths.sealing, async request => {
        const keys = await world!.portal.services.keyring.of('leuna' as TenantId)
        keys.sealJson('probe', request.body)
        return 'done'
      })
      server.post(paths.fragile, async request => {
        if (Object.hasOwn(request.body as object, 'constructor')) throw new Error('fell over')
        return 'done'
      })
    },
  }
}
