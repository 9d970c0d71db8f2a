import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, type Desk, startDesk } from '#modules/desk/desk.fixture.ts'
import type { Browser } from '#test/visitor/browser.ts'

let desk: Desk
let ines: Browser
let one: Arrived
beforeAll(async () => {
  desk = await startDesk()
  ines = await desk.ines()
})
afterAll(() => desk.stop())

describe('A resident with an account', () => {
  test('sees what will be here and the next step while there is nothing', async () => {
    expect((await desk.browser().get('/konto/antraege')).location).toMatch(/^\/konto\/anmelden/)
    const empty = await ines.get('/konto/antraege')
    expect(empty.body).toContain('Hier stehen Ihre Anträge, sobald Sie einen begonnen haben.')
    expect(empty.body).toContain('href="/leuna/leistungen"')
    expect((await ines.get('/konto/postfach')).body).toContain('Ihr Postfach ist leer.')
  })
  test('goes on with what was begun', async () => {
    const { draft } = await desk.begun(ines)
    const list = await ines.get('/konto/antraege')
    expect(list.body).toContain('Noch nicht abgeschickt')
    const href = new RegExp(`href="(${draft}/[^"]+)"`).exec(list.body)![1]!
    expect((await ines.get(href)).status).toBe(200)
  })
  test('follows an application: who acts next, what happened, messages, files, answers', async () => {
    one = await desk.arrived(undefined, ines)
    const { body } = await ines.get(one.own)
    for (const words of [
      'Stadt Leuna prüft Ihren Antrag',
      'Ihr Antrag ist angekommen',
      'kiefer-ganz.jpg',
      'Waldkiefer',
    ])
      expect(body).toContain(words)
    expect(body).toMatch(/eingang\.pdf/)
    const receipt = /href="([^"]+eingang\.pdf)"/.exec(body)![1]!
    expect((await ines.get(receipt)).headers['content-type']).toBe('application/pdf')
  })
  test('reads a message, which then is new no more', async () => {
    const box = await ines.get('/konto/postfach')
    expect(box.body).toMatch(/th-table__row--strong/)
    const link = /href="(\/konto\/postfach\/leuna\/[0-9a-f-]+)"/.exec(box.body)![1]!
    expect((await ines.get(link)).body).toContain(`Ihr Antrag ${one.fileNumber} ist angekommen`)
    expect((await ines.get('/konto/postfach')).body).not.toMatch(/th-table__row--strong/)
    expect((await desk.browser().get(link)).status).toBe(303)
  })
  test.each([
    ['de-leicht', 'Was war bisher?', 'Antrag zurück·nehmen'],
    ['en', 'What has happened so far', 'Withdraw the application'],
  ])('reads it all in %s', async (language, history, withdraw) => {
    const { body } = await ines.get(`${one.own}?sprache=${language}`)
    expect(body).toContain(history)
    expect(body).toContain(withdraw)
    expect(body).not.toMatch(/\{[a-z_]+\}/)
    await ines.get('/konto/antraege?sprache=de')
  })
  test('takes it back after being asked once; then it is closed for everybody', async () => {
    const page = await ines.get(`${one.own}/zuruecknehmen`)
    expect(page.body).toContain(`Möchten Sie Ihren Antrag ${one.fileNumber} zurücknehmen?`)
    const done = await ines.submit(`${one.own}/zuruecknehmen`, {})
    expect(done.body).toContain('Ihr Antrag ist zurückgenommen.')
    expect((await ines.post(`${one.own}/zuruecknehmen`, {})).status).toBe(409)
    expect((await ines.get(`${one.own}/zuruecknehmen`)).body).not.toContain('Ja, Antrag zurücknehmen')
    const weber = await desk.clerk('weber')
    expect((await weber.get(one.desk)).body).toContain('abgeschlossen')
  })
  test('a foreign application is as unknown as one that never was', async () => {
    const foreign = await desk.arrived()
    const never = foreign.own.replace(/[0-9a-f]{8}$/, '00000000')
    const answers = await Promise.all([foreign.own, never].map(path => ines.get(path)))
    expect(answers.map(answer => answer.status)).toEqual([404, 404])
    expect((await ines.get('/konto/postfach?nach=unsinn')).status).toBe(400)
  })
})
