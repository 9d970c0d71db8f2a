import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import type { TestPortal } from '#test/portal.ts'

/** What the server answered, with the forms' token at hand. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly location: string | undefined
  readonly text: string
}

/** A browser without JavaScript: keeps cookies, reads the token of the page before it posts. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answer>
  /** Opens `page` (default: `path`) for its token, then posts the fields to `path`. */
  post(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<Answer>
  /** As `post`, and on to where the answer leads. */
  submit(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<Answer>
}

/** @example const ines = browserOf(portal); await ines.post('/konto/anmelden', { email, password }) */
export function browserOf(portal: Pick<TestPortal, 'url'>): TestBrowser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) }
    const response = await fetch(new URL(path, portal.url), { ...init, headers, redirect: 'manual' })
    keepCookies(cookies, response.headers.getSetCookie())
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location') ?? undefined,
      text: await response.text(),
    }
  }
  const get = (path: string) => ask(path)
  const post: TestBrowser['post'] = async (path, fields, page = path) => {
    const token = tokenOf((await get(page)).text)
    const body = new URLSearchParams({ ...(token !== undefined && { _csrf: token }), ...fields })
    return ask(path, { method: 'POST', body, headers: { origin: new URL(portal.url).origin } })
  }
  return {
    cookies,
    get,
    post,
    submit: async (path, fields, page) => {
      const answer = await post(path, fields, page)
      return answer.location === undefined ? answer : get(answer.location)
    },
  }
}

function keepCookies(cookies: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const isGone = attributes.some(one => /^Expires=Thu, 01 Jan 1970/.test(one) || one === 'Max-Age=0')
    if (isGone) cookies.delete(name)
    else cookies.set(name, value)
  }
}

const tokenOf = (page: string) => /name="_csrf" value="([^"]+)"/.exec(page)?.[1]

/** The session cookie's value, as an attacker would want it. */
export const sessionOf = (browser: TestBrowser) => browser.cookies.get('torhaus-session')

export const demoPassword = 'Torhaus-Demo-2026'

/** A clerk of the demo region at her desk: `weber@leuna.example`, `kern@leuna.example`, … */
export async function signedInStaff(portal: TestPortal, email: string): Promise<TestBrowser> {
  const browser = browserOf(portal)
  const answer = await browser.post('/amt/anmelden', { email, password: demoPassword })
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
  return browser
}

/** Work with the database behind the pages' back, across tenants. */
export const inSystem = <T>(
  portal: TestPortal,
  work: Parameters<typeof inScope<T>>[2],
): Promise<T> =>
  inScope(portal.services.database, freezeScope({ now: portal.clock.now(), system: true }), work)
