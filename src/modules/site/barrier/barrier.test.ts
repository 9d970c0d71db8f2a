import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { faultsOf } from '#ui/testing/check-html.ts'
import { checkReport } from './model.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

const page = '/leuna/barriere-melden'

/** Opens the form as a browser does and sends it back. */
async function send(fields: Record<string, string>, language = 'de') {
  const form = await fetch(`${portal.url}${page}?sprache=${language}`)
  const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const cookie = form.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  return fetch(portal.url + page, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: portal.url },
    body: new URLSearchParams({ _csrf: token, ...fields }),
  })
}
const mails = async () => {
  await portal.work()
  return (await fetch(`${portal.url}/demo/post`)).text()
}

test('a report reaches the town as mail, and the demo shows it', async () => {
  const answer = await send({
    what: 'Das Menü <geht> nicht auf.',
    where: 'Startseite',
    email: 'ines@beispiel.de',
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/leuna/barriere-melden/gesendet')
  const html = await mails()
  expect(html).toContain('An: rathaus@leuna.example')
  expect(html).toContain('Das Menü &lt;geht> nicht auf.')
  expect(html).toContain('Antwort an: ines@beispiel.de')
  expect(faultsOf(html)).toEqual([])
})

test('one sentence is enough; the town reads German whatever the resident reads', async () => {
  expect((await send({ what: 'The map is empty.', where: '', email: '' }, 'en')).status).toBe(303)
  const html = await mails()
  expect(html).toContain('The map is empty.')
  expect(html).toContain('Antwort an: nicht angegeben')
})

test('what is missing is said, and what was typed is kept', async () => {
  const answer = await send({ what: ' ', where: 'Karte', email: 'ines@' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toMatch(/<title>Fehler: Barriere melden/)
  expect(html).toContain('href="#f-what"')
  expect(html).toContain('href="#f-email"')
  expect(html).toContain('value="Karte"')
  expect(html).toContain('value="ines@"')
  expect(faultsOf(html)).toEqual([])
})

test('a foreign page cannot send it', async () => {
  const answer = await fetch(portal.url + page, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ what: 'x' }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Diese Anfrage haben wir nicht verstanden')
})

test('where no town is known nothing can be sent', async () => {
  expect(
    (await fetch(`${portal.url}/service/barriere-melden`, { method: 'POST' })).status,
  ).toBeGreaterThanOrEqual(400)
})

test('a machine is stopped, for an hour and not for ever', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 11; at++) statuses.push((await send({ what: `Nummer ${at}` })).status)
  expect(statuses.at(-1)).toBe(429)
  portal.clock.advance(3_600_000)
  expect((await send({ what: 'wieder da' })).status).toBe(303)
}, 60_000)

test('says all faults at once, in the order of the page', () => {
  const report = { what: 'x'.repeat(4001), where: 'x'.repeat(501), email: 'kein at' }
  expect(checkReport(report).map(({ fault }) => fault)).toEqual(['what_long', 'where_long', 'email_wrong'])
  expect(checkReport({ what: 'kurz', where: '', email: '' })).toEqual([])
})
