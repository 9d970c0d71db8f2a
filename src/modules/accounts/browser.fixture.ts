import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type AccountId, newId } from '#core/ids.ts'
import { listDemoMails } from '#core/mail/mail-store.ts'
import type { TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser, type Seen } from '#test/visitor/browser.ts'
import { insertAccount } from './account-store.ts'
import { beginSession } from './sessions/begin-session.ts'
import { listStaffLogins } from './staff/staff-store.ts'

/** The shared browser without JavaScript, which here opens a form before it sends it. */
export interface TestBrowser extends Pick<Browser, 'cookies' | 'get'> {
  /** Opens `page` (default: `path`) for its token, then posts the fields to `path`. */
  post(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<Seen>
  /** As `post`, and on to where the answer leads. */
  submit(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<Seen>
}

/** @example const ines = browserOf(portal); await ines.post('/konto/anmelden', { email, password }) */
export function browserOf(portal: Pick<TestPortal, 'url'>, session?: string): TestBrowser {
  const cookies = new Map(session === undefined ? [] : [['torhaus-session', session]])
  const browser = openBrowser(portal.url, { cookies })
  const post: TestBrowser['post'] = async (path, fields, page = path) => {
    await browser.get(page)
    return browser.post(path, fields)
  }
  return {
    cookies: browser.cookies,
    get: browser.get,
    post,
    submit: async (path, fields, page) => {
      const answer = await post(path, fields, page)
      return answer.location === undefined ? answer : browser.get(answer.location)
    },
  }
}

/** The session cookie's value, as an attacker would want it. */
export const sessionOf = (browser: TestBrowser) => browser.cookies.get('torhaus-session')

export const demoPassword = 'Torhaus-Demo-2026'

/** A clerk of the demo region at her desk: `weber@leuna.example`, `kern@leuna.example`, … */
export async function signedInStaff(portal: TestPortal, email: string): Promise<TestBrowser> {
  return inSystem(portal, async (db, scope) => {
    const [login] = await listStaffLogins(db, scope, email)
    if (!login) throw new Error(`nobody works here as ${email}`)
    const session = { scope, who: { tenant: login.tenant, staff: login.id }, portal: login.tenant }
    return browserOf(portal, await beginSession(portal.services, db, session))
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
    return { account, browser: browserOf(portal, session) }
  })
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
