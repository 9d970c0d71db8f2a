import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser } from '#test/visitor/browser.ts'
import { password, signIn } from './world/sign-in.ts'

/*
 * What holds session, browser and form together. That an id dies with sign-in, sign-out and by the clock, and that
 * disabled staff are refused, is tested beside the code (src/modules/accounts).
 */

let portal: TestPortal
const session = 'torhaus-session'
const weber = 'weber@leuna.example'

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

/** Sends the sign-out, whose effect everybody sees, with the token given. */
const signOut = (browser: Browser, token: string) => browser.post('/amt/abmelden', { _csrf: token })

describe('a token of a form', () => {
  test('from before the sign-in is worth nothing afterwards', async () => {
    const browser = openBrowser(portal.url)
    await browser.get('/amt/anmelden')
    const before = browser.token
    await signIn(browser, '/amt/anmelden', weber)
    expect((await signOut(browser, before)).status).toBe(400)
    expect((await browser.get('/amt')).status).toBe(200)
    browser.close()
  })

  test('of one session is worth nothing in another one of the same browser', async () => {
    const browser = openBrowser(portal.url)
    await signIn(browser, '/amt/anmelden', weber)
    await browser.get('/amt/abmelden')
    const first = browser.token
    expect((await signOut(browser, first)).status).toBe(303)
    await signIn(browser, '/amt/anmelden', weber)
    expect((await signOut(browser, first)).status).toBe(400)
    browser.close()
  })

  test('is refused without the cookie of its browser', async () => {
    const browser = openBrowser(portal.url)
    await browser.get('/amt/anmelden')
    const stolen = openBrowser(portal.url)
    const answer = await stolen.post('/amt/anmelden', { _csrf: browser.token, email: weber, password })
    expect(answer.status).toBe(400)
    expect(stolen.cookies.has(session)).toBe(false)
    for (const one of [browser, stolen]) one.close()
  })
})

describe('a session', () => {
  test.each([
    ['made up', 'x'.repeat(43)],
    ['empty', ''],
    ['of a sign too many', 'y'.repeat(4000)],
    ['that would be read as something else', "' or 1=1 --"],
  ])('%s lets nobody in', async (_, value) => {
    const browser = openBrowser(portal.url)
    const answer = await browser.send({ method: 'GET', path: '/amt' })
    const forged = await fetch(new URL('/amt', portal.url), {
      headers: { cookie: `${session}=${encodeURIComponent(value)}` },
      redirect: 'manual',
    })
    expect([answer.status, forged.status]).toEqual([303, 303])
    expect(forged.headers.get('location')).toMatch(/^\/amt\/anmelden/)
    browser.close()
  })

  test('that was ended in one window is over in all', async () => {
    const browser = openBrowser(portal.url)
    await signIn(browser, '/amt/anmelden', weber)
    const thief = browser.copy()
    expect((await thief.get('/amt')).status).toBe(200)
    await browser.get('/amt/abmelden')
    expect((await signOut(browser, browser.token)).status).toBe(303)
    expect((await thief.get('/amt')).status).toBe(303)
    for (const one of [browser, thief]) one.close()
  })

  test('never stands in an address or a page', async () => {
    const browser = openBrowser(portal.url)
    await signIn(browser, '/amt/anmelden', weber)
    const id = browser.cookies.get(session)!
    expect(id.length).toBeGreaterThan(40)
    for (const path of ['/amt', '/amt/abmelden', '/leuna/'])
      expect((await browser.get(path)).body).not.toContain(id)
    browser.close()
  })
})
