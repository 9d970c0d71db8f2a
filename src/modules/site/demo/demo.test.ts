import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { postMail } from '#core/mail/mail.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { readMail } from './mail-text.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

const mailsPage = async () => (await fetch(`${portal.url}/demo/post`)).text()

async function post(subject: string, text: string) {
  const { services } = portal
  const scope = { now: services.clock.now() }
  const mail = { keyring: services.keyring, host: 'leuna.example', to: 'ines@beispiel.de', subject, text }
  await inScope(services.database, scope, db => postMail(db, scope, mail))
  await portal.work()
}

test('shows mails, newest first, with links that work here', async () => {
  expect(await mailsPage()).toContain('Noch keine E-Mails')
  const { baseUrl } = portal.services.settings
  await post('Die erste', `Hier: ${baseUrl}/leuna/status.\n\nGruß`)
  portal.clock.advance(60_000)
  await post('Die zweite', 'Anderswo: https://evil.example/x')
  const html = await mailsPage()
  expect(html.indexOf('Die zweite')).toBeLessThan(html.indexOf('Die erste'))
  expect(html).toContain('<a href="/leuna/status">')
  expect(html).not.toContain('href="https://evil.example')
})

test('the style page opens', async () => {
  const answer = await fetch(`${portal.url}/stil`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Alle Bausteine')
})

test('a real installation has neither', async () => {
  const { settings } = portal.services
  Object.assign(settings, { demo: false })
  const statuses = await Promise.all(
    ['/demo/post', '/stil'].map(async path => (await fetch(portal.url + path)).status),
  )
  Object.assign(settings, { demo: true })
  expect(statuses).toEqual([404, 404])
})

test('reads paragraphs, lines and own links out of a mail', () => {
  expect(readMail('Guten Tag\nInes\n\nSehen Sie: http://a.example/b?c=1.', 'http://a.example')).toEqual([
    [[{ words: 'Guten Tag' }], [{ words: 'Ines' }]],
    [[{ words: 'Sehen Sie: ' }, { words: 'http://a.example/b?c=1', href: '/b?c=1' }, { words: '.' }]],
  ])
  expect(readMail('http://a.example.evil/b', 'http://a.example')).toEqual([
    [[{ words: 'http://a.example.evil/b' }]],
  ])
})
