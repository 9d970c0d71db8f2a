import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, openBrowser } from '#test/visitor/browser.ts'
import { treePermit } from '#test/visitor/tree-permit.ts'
import type { Journey } from '#test/visitor/walk.ts'
import { findLeaks } from './checks/find-leaks.ts'
import { apply } from './world/apply.ts'
import { type DatabaseState, openDatabaseState } from './world/database-state.ts'
import { type LoudPortal, startLoudPortal } from './world/portal-with-logs.ts'
import { signIn } from './world/sign-in.ts'

/** What nobody but the resident and her town may read; words that stand nowhere else. */
const own = {
  given: 'Zerline',
  family: 'Goldammer',
  street: 'Zaunkönigsteig',
  email: 'zerline.goldammer@post.example',
  otherEmail: 'zweitadresse-goldammer@post.example',
  phone: '0171 5557788',
  file: 'hinterhof-aufnahme',
  text: 'Spechthöhle im Hauptast',
  password: 'Wiedehopf-Passwort-2026',
  wrongPassword: 'Falscher-Wiedehopf-99',
  resumePassword: 'Pirolruf-am-Morgen',
  note: 'Rücksprache mit der Nachbarin Eichelhäher',
  question: 'Bitte ein Foto vom Blaukehlchen-Nest',
}
const values: string[] = Object.values(own)

let portal: LoudPortal
let state: DatabaseState
let mails: Record<string, unknown>[]

beforeAll(async () => {
  portal = await startLoudPortal()
  state = await openDatabaseState(portal.admin())
  const account = openBrowser(portal.url)
  await register(account)
  const sent = await apply(account, ownWords(await treePermit()), state)
  const guest = openBrowser(portal.url)
  const tracked = await apply(guest, ownWords(await treePermit()), state)
  values.push(tracked.code!)
  await wander(guest, { code: tracked.code!, draft: tracked.draft })
  await workAtDesk(openBrowser(portal.url), sent.case)
  for (const path of [
    `/konto/antraege/${sent.tenant}/${sent.application}`,
    '/konto/postfach',
    '/konto/daten',
  ])
    await account.get(path)
  mails = await sentMails()
  await state.close()
  await portal.stop()
}, 240_000)
afterAll(async () => {
  await state?.close()
  await portal?.stop()
})

function ownWords(journey: Journey): Journey {
  const walk = structuredClone(journey.walk)
  for (const answers of Object.values(walk.answers) as Record<string, unknown>[]) {
    const replace = (name: string, value: unknown) => {
      if (name in answers) answers[name] = value
    }
    replace('applicant_given_name', own.given)
    replace('applicant_family_name', own.family)
    replace('contact_email', own.email)
    replace('contact_phone', own.phone)
    replace('danger_description', own.text)
    if ('applicant_address' in answers)
      Object.assign(answers.applicant_address as object, { street: own.street })
  }
  for (const files of Object.values(walk.uploads ?? {}))
    for (const file of files) Object.assign(file, { name: `${own.file}.jpg` })
  return { ...journey, walk }
}

/** By mail and link, then elsewhere in again with a wrong and the right password. */
async function register(browser: Browser): Promise<void> {
  await browser.get('/konto/registrieren')
  const name = `${own.given} ${own.family}`
  await browser.post('/konto/registrieren', { email: own.email, name, password: own.password })
  const link = await waitFor(async () => {
    const [mail] = await state.query(`select body from torhaus.demo_mails where recipient = $1`, [own.email])
    return /(\/konto\/bestaetigen\/\S+)/.exec(String(mail?.body ?? ''))?.[1]
  })
  await browser.get(link)
  const confirmed = await browser.post(link, { email: own.email, password: own.password })
  if (confirmed.status !== 303) throw new Error(`confirmation: ${confirmed.status}`)
  const elsewhere = openBrowser(portal.url)
  for (const password of [own.wrongPassword, own.password]) {
    await elsewhere.get('/konto/anmelden')
    await elsewhere.post('/konto/anmelden', { email: own.email, password })
  }
  if ((await elsewhere.get('/konto/daten')).status !== 200) throw new Error('could not sign in')
  elsewhere.close()
  await browser.get('/konto/daten/email')
  await browser.post('/konto/daten/email', { email: own.otherEmail })
}

/** Follows an application, resumes a draft, and puts personal words where they do not belong. */
async function wander(browser: Browser, { code, draft }: { code: string; draft: string }): Promise<void> {
  await browser.get('/leuna/status')
  await browser.post('/leuna/status', { code, name: 'Falsch' })
  await browser.submit('/leuna/status', { code, name: own.family })
  for (const end of ['eingang', 'eingang.pdf', 'eingang.json']) await browser.get(`${draft}/${end}`)
  await browser.get('/leuna/antrag/baumfaellung')
  const begun = await browser.submit('/leuna/antrag/baumfaellung', {})
  const place = begun.path.split('/').slice(0, 5).join('/')
  await browser.get(`${place}/weiter`)
  await browser.post(`${place}/weiter`, { password: own.resumePassword })
  const words = encodeURIComponent(`${own.family} ${own.street}`)
  await browser.get(`/leuna/leistungen?suche=${words}`)
  await browser.get(`/leuna/${words}`)
  await browser.get(`/leuna/status?name=${words}`)
  await browser.post(`/leuna/status`, { code: own.family, name: own.given, unbekannt: own.phone })
  await browser.send({
    method: 'POST',
    path: '/leuna/status',
    headers: { 'content-type': 'application/json', origin: portal.url, referer: `${portal.url}/?${words}` },
    body: JSON.stringify(own),
  })
}

async function workAtDesk(browser: Browser, id: string): Promise<void> {
  await signIn(browser, '/amt/anmelden', 'weber@leuna.example')
  const url = `/amt/vorgang/${id}`
  const hidden = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="(version)" value="(\d+)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    )
  await browser.post(`${url}/notiz`, { ...hidden((await browser.get(`${url}/notiz`)).body), text: own.note })
  const asked = await browser.get(`${url}/nachforderung`)
  await browser.post(`${url}/nachforderung`, { ...hidden(asked.body), text: own.question, files: 'ja' })
  await browser.get(`/amt?suche=${encodeURIComponent(own.family)}`)
  const page = await browser.get(url)
  for (const [, file] of [...page.body.matchAll(/href="(\/amt\/vorgang\/[^"]+\/datei\/[^"]+)"/g)].slice(0, 2))
    await browser.get(file!)
}

/** The worker is a process of its own: its mails come a moment later. */
async function sentMails(): Promise<Record<string, unknown>[]> {
  return waitFor(async () => {
    const [waiting] = await state.query('select count(*)::int as n from graphile_worker._private_jobs')
    return waiting?.n === 0
      ? state.query('select recipient, subject, body from torhaus.demo_mails')
      : undefined
  })
}

async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('it did not come')
}

/** Were one of these not reached, silence would prove nothing. */
const walked = [
  ['/konto/bestaetigen/:token', 303],
  ['/konto/anmelden', 422],
  ['/konto/anmelden', 303],
  ['/konto/daten/email', 303],
  ['/:portal/antrag/:service/:draft/absenden', 303],
  ['/:portal/antrag/:service/:draft/eingang.pdf', 200],
  ['/:portal/antrag/:service/:draft/weiter', 200],
  ['/:portal/status', 422],
  ['/:portal/status', 303],
  ['/:portal/status', 415],
  ['/:portal/leistungen', 200],
  ['/amt/vorgang/:case/notiz', 303],
  ['/amt/vorgang/:case/nachforderung', 303],
  ['/amt/vorgang/:case/datei/:document', 200],
  ['/konto/antraege/:tenant/:application', 200],
] as const

describe('after a whole journey with every log turned up', () => {
  test('web, worker and database told much, and nothing of anybody', () => {
    const said = portal.said()
    expect(said.split('\n').length).toBeGreaterThan(150)
    for (const word of ['"msg":"request"', 'listening', 'worker ready', 'refused'])
      expect(said).toContain(word)
    for (const [route, status] of walked) expect(said).toContain(`"route":"${route}","status":${status}`)
    expect(findLeaks(said, values)).toEqual([])
  })

  test('mails say that something is there, never what', () => {
    expect(mails.length).toBeGreaterThan(3)
    const told = mails.map(({ subject, body }) => `${subject}\n${body}`).join('\n')
    // Her new address is asked for at that very address.
    const secrets = values.filter(value => value !== own.otherEmail)
    expect(findLeaks(told, secrets)).toEqual([])
  })
})

describe('a talkative log is caught', () => {
  test.each([
    ['plain', `{"msg":"${own.family} hat gesendet"}`],
    ['shouted', own.family.toUpperCase()],
    ['in an address', `GET /x?strasse=${encodeURIComponent(own.street)}`],
    ['in a form', new URLSearchParams({ text: own.text }).toString()],
    ['without spaces', own.phone.replaceAll(' ', '')],
    ['as base64', Buffer.from(own.password).toString('base64')],
    ['as hex, as PostgreSQL writes bytes', Buffer.from(own.email).toString('hex')],
  ])('%s', (_, text) => expect(findLeaks(text, values)).not.toEqual([]))
})
