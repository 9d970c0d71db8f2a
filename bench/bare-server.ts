// The bare reference: Fastify and Preact (or plain bytes) answering the same requests with as little as can be,
// and one durable insert where a journey ends. Started by bench/run.ts as a process of its own.

import formbody from '@fastify/formbody'
import fastify from 'fastify'
import pg from 'pg'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'

const [connection = '', bytes = '0'] = process.argv.slice(2)
const pool = new pg.Pool({ ...(JSON.parse(connection) as pg.PoolConfig), max: 16 })
await pool.query(
  'create table if not exists bench_journeys (id bigint generated always as identity, body jsonb)',
)

// As many elements as it takes to reach the size of the real page: a paragraph of 60 signs each.
const line = 'x'.repeat(53)
const lines = Array.from({ length: Math.ceil(Number(bytes) / 60) }, (_, index) => index)
const Page = () =>
  h(
    'html',
    null,
    h(
      'body',
      null,
      lines.map(index => h('p', { key: index }, line)),
    ),
  )

const server = fastify()
await server.register(formbody)
server.get('/page', (_request, reply) =>
  reply.type('text/html').send(`<!doctype html>${renderToString(h(Page, null))}`),
)
server.post('/page', (_request, reply) => reply.redirect('/page', 303))
server.post('/end', async (request, reply) => {
  await pool.query('insert into bench_journeys (body) values ($1)', [JSON.stringify(request.body)])
  return reply.redirect('/page', 303)
})
await server.listen({ host: '127.0.0.1', port: 0 })
const address = server.server.address()
process.send?.({ ready: typeof address === 'object' && address ? address.port : 0 })
process.once('disconnect', () => process.exit(0))
