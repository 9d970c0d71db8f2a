import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type AccountId, newId } from '#core/ids.ts'
import { listDemoMails } from '#core/mail/mail-store.ts'
import type { TestPortal } from '#test/portal.ts'
import { insertAccount } from './account-store.ts'
import { beginSession } from './sessions/begin-session.ts'
import { listStaffLogins } from './staff/staff-store.ts'

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
  return inSystem(portal, async (db, scope) => {
    const [login] = await listStaffLogins(db, scope, email)
    if (!login) throw new Error(`nobody works here as ${email}`)
    const session = { scope, who: { tenant: login.tenant, staff: login.id }, portal: login.tenant }
    return withSessionCookie(portal, await beginSession(portal.services, db, session))
  })
}

export interface Resident {
  readonly account: AccountId
  readonly browser: TestBrowser
}

export const ines = { email: 'ines.hartwig@example.org', name: 'Ines Hartwig' }

/** A resident with an account, signed in. Without the detour over mail and password: those have tests of their own. */
export async function signedInResident(
  portal: TestPortal,
  person: { email: string; name: string; language?: Language; passwordHash?: string } = ines,
): Promise<Resident> {
  return inSystem(portal, async (db, scope) => {
    const account = newId<AccountId>(scope.now)
    await insertAccount(db, scope, { language: 'de', passwordHash: 'none', ...person, id: account })
    const session = await beginSession(portal.services, db, { scope, who: { account }, portal: 'leuna' })
    return { account, browser: withSessionCookie(portal, session) }
  })
}

function withSessionCookie(portal: TestPortal, session: string): TestBrowser {
  const browser = browserOf(portal)
  browser.cookies.set('torhaus-session', session)
  return browser
}

/** Work with the database behind the pages' back, across tenants. */
export const inSystem = <T>(portal: TestPortal, work: (db: Db, scope: Scope) => Promise<T>): Promise<T> => {
  const scope = freezeScope({ now: portal.clock.now(), system: true })
  return inScope(portal.services.database, scope, db => work(db, scope))
}

/** The newest mail to an address, after all jobs ran. */
export async function lastMail(
  portal: TestPortal,
  to: string,
): Promise<{ subject: string; body: string; path: string } | undefined> {
  await portal.work()
  const mails = await inSystem(portal, db => listDemoMails(db))
  const mail = mails.find(one => one.recipient === to)
  if (!mail) return undefined
  const link = /https?:\/\/\S+/.exec(mail.body)
  return { subject: mail.subject, body: mail.body, path: link ? new URL(link[0]).pathname : '' }
}
