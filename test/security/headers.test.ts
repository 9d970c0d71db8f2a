import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { pages } from '#src/compose.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser, type RawRequest, type Seen } from '#test/visitor/browser.ts'
import { headerFaults } from './checks/judge-headers.ts'
import { fill, paramsOf } from './table/routes.ts'
import { signIn } from './world/sign-in.ts'

const origin = 'https://service.leuna.example'
const production = {
  DEMO: 'false',
  BASE_URL: origin,
  MASTER_KEY: randomBytes(32).toString('base64'),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Stadt Leuna <no-reply@leuna.example>',
  TRUST_PROXY: '1',
  LOG_LEVEL: 'silent',
}
const failing = page({
  method: 'GET',
  path: '/probe/fehler',
  audience: 'anyone',
  audit: 'probe.failed',
  params: z.strictObject({}),
  handle: () => {
    throw new Error('seen by nobody but the log')
  },
})

let portal: TestPortal
let browser: Browser

beforeAll(async () => {
  portal = await startPortal({ environment: production, morePages: [failing] })
  browser = openBrowser(portal.url, { origin })
})
afterAll(async () => {
  browser?.close()
  await portal?.stop()
})

const faultsOf = (name: string, seen: Seen) =>
  headerFaults(seen, true).map(fault => `${name}: ${seen.status} ${fault}`)
const form = { 'content-type': 'application/x-www-form-urlencoded', origin }

/** Requests that no page of ours sends, each with the status that it gets. */
const odd: readonly (RawRequest & { readonly status: number })[] = [
  { method: 'GET', path: '/gibt/es/nicht', status: 404 },
  { method: 'GET', path: `/leuna/leistungen/${'x'.repeat(300)}`, status: 414 },
  { method: 'GET', path: '/%zz', status: 400 },
  { method: 'GET', path: '/leuna/%ff', status: 400 },
  { method: 'GET', path: '//example.net/', status: 404 },
  { method: 'GET', path: '/probe/fehler', status: 500 },
  { method: 'HEAD', path: '/leuna/', status: 200 },
  { method: 'PUT', path: '/leuna/', status: 404 },
  { method: 'DELETE', path: '/konto/daten', status: 404 },
  { method: 'OPTIONS', path: '/leuna/', status: 404 },
  { method: 'TRACE', path: '/leuna/', status: 404 },
  { method: 'PROPFIND', path: '/leuna/', status: 404 },
  { method: 'GET', path: '/konto/antraege', status: 303 },
  { method: 'GET', path: '/demo/post', status: 404 },
  { method: 'GET', path: '/stil', status: 404 },
  { method: 'GET', path: '/robots.txt', status: 200 },
  { method: 'GET', path: '/healthz', status: 200 },
  { method: 'GET', path: '/readyz', status: 200 },
  { method: 'POST', path: '/leuna/status', headers: form, body: 'code=1', status: 400 },
  { method: 'POST', path: '/leuna/status', headers: form, body: 'x'.repeat(600_000), status: 413 },
  {
    method: 'POST',
    path: '/leuna/status',
    headers: { ...form, 'content-type': 'application/json' },
    body: '{}',
    status: 415,
  },
  {
    method: 'POST',
    path: '/leuna/status',
    headers: { ...form, 'content-type': 'multipart/form-data' },
    body: 'x',
    status: 400,
  },
]

describe('every answer of a portal behind TLS', () => {
  test.each(odd)('$method $path → $status', async request => {
    const seen = await browser.send(request)
    expect(seen.status).toBe(request.status)
    expect(faultsOf(request.path, seen)).toEqual([])
    expect(seen.body).not.toMatch(/seen by nobody|at Object|node_modules/)
  })

  test('each page, and where it leads', async () => {
    const faults: string[] = []
    const values = { portal: 'leuna', service: 'baumfaellung', what: 'registrierung', token: 'x'.repeat(43) }
    const open = pages.filter(one => one.method === 'GET' && paramsOf(one.path).every(name => name in values))
    for (const one of open) faults.push(...faultsOf(one.path, await browser.get(fill(one.path, values))))
    expect(open.length).toBeGreaterThan(15)
    expect(faults).toEqual([])
  })

  test('built files, which may be kept for a year', async () => {
    const { body } = await browser.get('/leuna/')
    const assets = [...new Set([...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(match => match[1]!))]
    expect(assets.length).toBeGreaterThan(1)
    for (const asset of assets) {
      const seen = await browser.get(asset)
      expect(seen.headers['cache-control']).toContain('immutable')
      expect(faultsOf(asset, seen)).toEqual([])
    }
  })

  test('cookies bound to this host, and a session that begins behind the proxy', async () => {
    const clerk = openBrowser(portal.url, { origin })
    await signIn(clerk, '/amt/anmelden', 'weber@leuna.example')
    expect([...clerk.cookies.keys()].sort()).toEqual(['__Host-torhaus-browser', '__Host-torhaus-session'])
    expect(faultsOf('/amt', await clerk.get('/amt'))).toEqual([])
    expect(faultsOf('/amt/abmelden', await clerk.submit('/amt/abmelden', {}))).toEqual([])
    clerk.close()
  })

  test('what is no HTTP at all gets a word and no more', async () => {
    const answer = await raw(new URL(portal.url), 'GET / HTTP/1.1\r\nbad header\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toMatch(/server:|x-powered-by|node/i)
  })
})

function raw(url: URL, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = net.connect(Number(url.port), url.hostname, () => socket.write(text))
    socket.on('data', part => {
      answer += part.toString()
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', reject)
  })
}

describe('a careless head is caught', () => {
  const good = async () => (await browser.get('/leuna/')).headers
  const policy = async () => String((await good())['content-security-policy'])
  const faults = (headers: Seen['headers']) => headerFaults({ headers, status: 200 }, true)

  test('the good one has none', async () => expect(faults(await good())).toEqual([]))

  test.each([
    'x-content-type-options',
    'referrer-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'permissions-policy',
    'content-security-policy',
    'cache-control',
    'strict-transport-security',
  ])('without %s', async name => {
    const { [name]: _, ...rest } = await good()
    expect(faults(rest)).toContainEqual(expect.stringContaining(`${name}: `))
  })

  test.each([
    ["style-src 'self'", "style-src 'unsafe-inline'"],
    ["'strict-dynamic'", "'unsafe-eval'"],
    ["'strict-dynamic'", 'https://cdn.example'],
    ["default-src 'none'", "default-src 'self'"],
    ["base-uri 'none'", "base-uri 'self'"],
    ["frame-ancestors 'none'", 'frame-ancestors *'],
    ["form-action 'self'", 'form-action https://example.net'],
    ["img-src 'self'", 'img-src *'],
  ])('with a policy that has "%s" changed to "%s"', async (from, to) => {
    const loose = (await policy()).replace(from, to)
    expect(faults({ ...(await good()), 'content-security-policy': loose })).not.toEqual([])
  })

  test.each([
    ['x=1; Path=/; Secure; SameSite=Lax; HttpOnly', 'no __Host-'],
    ['__Host-x=1; Path=/; Secure; SameSite=Lax', 'no HttpOnly'],
    ['__Host-x=1; Path=/; Secure; HttpOnly', 'no SameSite'],
    ['__Host-x=1; Path=/; SameSite=None; Secure; HttpOnly', 'no SameSite'],
    ['__Host-x=1; Path=/; SameSite=Lax; HttpOnly', 'no Secure'],
    ['__Host-x=1; Path=/konto; Secure; SameSite=Lax; HttpOnly', 'no Path=/'],
    ['__Host-x=1; Domain=leuna.example; Path=/; Secure; SameSite=Lax; HttpOnly', 'has a Domain'],
  ])('with the cookie %s', async (line, fault) => {
    expect(faults({ ...(await good()), 'set-cookie': [line] })).toContainEqual(expect.stringContaining(fault))
  })

  test('that says what runs here', async () => {
    expect(faults({ ...(await good()), server: 'nginx/1.24' })).toEqual(['server: nginx/1.24'])
  })
})
