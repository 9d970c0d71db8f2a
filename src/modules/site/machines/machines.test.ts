import net from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#core/db/database.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { checkReadiness } from './check-readiness.ts'
import { mayReadMetrics } from './may-read-metrics.ts'
import { securityText } from './security-text.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

const get = (path: string, headers = {}) => fetch(portal.url + path, { headers })

test('lives and is ready', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
  const ready = await get('/readyz')
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ status: 'ready', database: true, migrations: true, queue: true })
})

describe('is not ready', () => {
  const asOwner = async (statement: string) => {
    const client = new pg.Client(portal.owner)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  test('while a migration is missing', async () => {
    await asOwner(`update public.torhaus_migrations set name = 'x' where name like '0003%'`)
    const answer = await get('/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ status: 'not ready', database: true, migrations: false })
    await asOwner(`update public.torhaus_migrations set name = '0003_readiness.sql' where name = 'x'`)
    expect((await get('/readyz')).status).toBe(200)
  })
  test('while the queue is closed to it', async () => {
    await asOwner('revoke execute on function torhaus.add_job from torhaus_app')
    expect(await (await get('/readyz')).json()).toMatchObject({ database: true, queue: false })
    await asOwner('grant execute on function torhaus.add_job to torhaus_app')
    expect((await get('/readyz')).status).toBe(200)
  })
})

describe('does not wait for a database that', () => {
  const nothing = { database: false, migrations: false, queue: false }
  const ask = async (port: number) => {
    const database = openDatabase({ host: '127.0.0.1', port, user: 'nobody', database: 'nothing' })
    const began = Date.now()
    const state = await checkReadiness(database, { now: new Date() })
    return { database, state, took_ms: Date.now() - began }
  }
  test('is not there', async () => {
    const { database, state } = await ask(1)
    expect(state).toEqual(nothing)
    await database.close()
  })
  test('hangs', async () => {
    const sockets: net.Socket[] = []
    const mute = net.createServer(socket => sockets.push(socket))
    await new Promise<void>(resolve => mute.listen(0, '127.0.0.1', resolve))
    const { database, state, took_ms } = await ask((mute.address() as net.AddressInfo).port)
    expect(state).toEqual(nothing)
    expect(took_ms).toBeLessThan(4000)
    for (const socket of sockets) socket.destroy()
    mute.close()
    await database.close()
  })
})

test('counts for Prometheus on this machine, and not through a proxy', async () => {
  const answer = await get('/metrics')
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  expect(text).toMatch(/^torhaus_mails_unsent 0$/m)
  expect(text).toContain('route="/readyz"')
  expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404)
})

describe('mayReadMetrics', () => {
  const from = (remoteAddress: string, headers = {}) => ({ headers, socket: { remoteAddress } })
  const token = 'a-token-of-some-length'
  test.each([
    ['this machine', from('127.0.0.1'), undefined, true],
    ['this machine by IPv6', from('::1'), undefined, true],
    ['another machine', from('192.0.2.7'), undefined, false],
    [
      'a stranger through the proxy here',
      from('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }),
      undefined,
      false,
    ],
    ['the right token from anywhere', from('192.0.2.7', { authorization: `Bearer ${token}` }), token, true],
    ['a wrong token from here', from('127.0.0.1', { authorization: 'Bearer wrong' }), token, false],
    ['no token where one is set', from('127.0.0.1'), token, false],
  ])('%s', (_, request, set, may) => expect(mayReadMetrics(request, set)).toBe(may))
})

test('says where to report a weakness, for half a year at most', async () => {
  const answer = await get('/.well-known/security.txt')
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('Contact: mailto:rathaus@leuna.example\n')
  expect(text).toMatch(/^Expires: 2027-05-02T00:00:00Z$/m)
  const input = { contacts: ['https://it.example/meldung'], baseUrl: 'https://a.example', now: new Date(0) }
  expect(securityText(input)).toMatch(/^Contact: https:\/\/it\.example\/meldung\nExpires: /)
})

test('keeps personal pages out of search engines', async () => {
  const text = await (await get('/robots.txt')).text()
  for (const path of ['/konto', '/amt']) expect(text).toContain(`Disallow: ${path}\n`)
})

test('sets no cookie and needs no language', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics', '/robots.txt', '/.well-known/security.txt'])
    expect((await get(path)).headers.get('set-cookie')).toBeNull()
})
