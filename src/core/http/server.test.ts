import { randomBytes } from 'node:crypto'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fakeClock } from '../clock.ts'
import { createKeyring } from '../crypto/keyring.ts'
import type { Database } from '../db/database.ts'
import { createLog } from '../log/log.ts'
import { createMetrics } from '../log/metrics.ts'
import { page } from './page.ts'
import { createServer, type ServerOptions } from './server.ts'
import { html, redirect } from './visit.ts'

const seen: { client?: string; form?: unknown } = {}
const show = page({
  method: 'GET',
  path: '/show',
  audience: 'anyone',
  audit: 'test.shown',
  params: z.strictObject({}),
  handle: visit => {
    seen.client = visit.clientHash.toString('hex')
    return html(h('form', null, h('input', { name: '_csrf', value: visit.csrf() })))
  },
})
const send = page({
  method: 'POST',
  path: '/send',
  audience: 'anyone',
  audit: 'test.sent',
  params: z.strictObject({}),
  form: z.strictObject({ name: z.string() }),
  handle: visit => {
    seen.form = visit.form
    return redirect('//evil.example/')
  },
})
const options = (trustProxy: number): ServerOptions => ({
  baseUrl: 'https://service.leuna.example',
  secure: true,
  trustProxy,
  clock: fakeClock('2026-11-03T09:00:00Z'),
  keyring: createKeyring(randomBytes(32), {} as Database),
  log: createLog('silent'),
  metrics: createMetrics(),
  services: {},
  pages: [show, send],
  identify: async () => undefined,
  errorPage: (_visit, fault) => h('p', null, String(fault.status)),
  signInPath: () => '/konto/anmelden',
})
type Server = Awaited<ReturnType<typeof createServer>>
let server: Server
beforeAll(async () => {
  server = await createServer(options(1))
})
afterAll(() => server.close())

async function formOf(of: Server) {
  const shown = await of.inject({ url: '/show' })
  const token = /value="([^"]+)"/.exec(shown.body)![1]!
  return { token, cookie: `${shown.cookies[0]!.name}=${shown.cookies[0]!.value}` }
}
const post = (payload: Record<string, string>, headers: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url: '/send',
    payload: new URLSearchParams(payload).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('the server', () => {
  test('binds its cookies to this host, TLS and HTTP', async () => {
    const [cookie] = (await server.inject({ url: '/show' })).cookies
    expect(cookie).toMatchObject({
      name: '__Host-torhaus-browser',
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    })
  })
  test('takes a form with its own token and leads nowhere else', async () => {
    const { token, cookie } = await formOf(server)
    const answer = await post(
      { _csrf: token, name: 'Ines' },
      { cookie, origin: 'https://service.leuna.example' },
    )
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect(seen.form).toEqual({ name: 'Ines' })
  })
  test('refuses a form without token, from elsewhere, with unknown or dangerous fields', async () => {
    const { token, cookie } = await formOf(server)
    const attempts = [
      post({ name: 'Ines' }, { cookie }),
      post({ _csrf: token, name: 'Ines' }, {}),
      post({ _csrf: token, name: 'Ines' }, { cookie, origin: 'https://evil.example' }),
      post({ _csrf: token, name: 'Ines' }, { cookie, 'sec-fetch-site': 'cross-site' }),
      post({ _csrf: token, name: 'Ines', role: 'operator' }, { cookie }),
      post({ _csrf: token, name: 'Ines', __proto__x: '1', 'a.__proto__.b': '1' }, { cookie }),
    ]
    for (const attempt of attempts) expect((await attempt).statusCode).toBe(400)
    const other = await server.inject({
      method: 'POST',
      url: '/send',
      payload: { name: 'Ines' },
      headers: { cookie },
    })
    expect(other.statusCode).toBe(415)
  })
  test('knows a client by the address that the last proxy saw, whatever else stands there', async () => {
    const as = async (of: Server, forwarded: string) => {
      await of.inject({ url: '/show', headers: { 'x-forwarded-for': forwarded } })
      return seen.client
    }
    expect(await as(server, '203.0.113.7')).toBe(await as(server, '198.51.100.1, 203.0.113.7'))
    expect(await as(server, '203.0.113.7')).not.toBe(await as(server, '203.0.113.8'))
    const bare = await createServer(options(0))
    expect(await as(bare, '203.0.113.7')).toBe(await as(bare, '203.0.113.8'))
    await bare.close()
  })
  test('tells nothing of itself', async () => {
    const { headers } = await server.inject({ url: '/nowhere' })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(headers['strict-transport-security']).toContain('includeSubDomains')
    expect(headers.server).toBeUndefined()
  })
})
