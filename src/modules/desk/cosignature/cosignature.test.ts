import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { type Arrived, type Desk, fieldsIn, hiddenOf, startDesk } from '../desk.fixture.ts'

let desk: Desk
let weber: Browser
let kern: Browser
let one: Arrived
beforeAll(async () => {
  desk = await startDesk()
  weber = await desk.clerk('weber')
  kern = await desk.clerk('kern')
  one = await desk.arrived()
})
afterAll(() => desk.stop())

async function refuse(by: Browser): Promise<void> {
  const page = await by.get(one.desk)
  const { version, task, outcome } = hiddenOf(page)
  if (outcome === 'entscheiden') await by.submit(`${one.desk}/aufgabe`, { version, task, outcome })
  const url = `${one.desk}/entscheidung/refusal`
  const fields = {
    ...fieldsIn(await by.get(url)),
    'trees.0.refusal_reason': 'Der Baum ist gesund und standsicher.',
  }
  const confirm = await by.submit(url, { ...fields, tun: 'entscheiden' })
  expect(confirm.path, /th-errors[\s\S]{0,600}/.exec(confirm.body)?.[0]).toBe(`${url}/treffen`)
  expect(confirm.body).toContain('Zuerst zeichnet eine zweite Person mit.')
  await by.submit(`${url}/treffen`, hiddenOf(confirm))
}

describe('A refusal', () => {
  test('waits for a second person; the clerk may look, not sign', async () => {
    expect((await weber.get(`${one.desk}/entscheidung/refusal`)).location).toBe(`${one.desk}/entscheidung`)
    await refuse(weber)
    expect((await weber.get(one.desk)).body).toContain('zur Mitzeichnung')
    const page = await weber.get(`${one.desk}/mitzeichnung`)
    expect(page.body).toContain('Eine andere Person aus der Leitung muss mitzeichnen.')
    const { version = '' } = hiddenOf(await weber.get(`${one.desk}/nachforderung`))
    expect((await weber.post(`${one.desk}/mitzeichnung`, { version, tun: 'einverstanden' })).status).toBe(403)
  })
  test('goes back with a reason, which the clerk reads', async () => {
    const page = await kern.get(`${one.desk}/mitzeichnung`)
    expect(page.body).toContain('Jonas Weber hat so entschieden: Ablehnen')
    expect((await kern.get(`${one.desk}/mitzeichnung/vorschau.pdf`)).headers['content-type']).toBe(
      'application/pdf',
    )
    const { version = '' } = hiddenOf(page)
    const empty = await kern.post(`${one.desk}/mitzeichnung`, { version, tun: 'zurueck', grund: '' })
    expect(empty.status).toBe(422)
    const grund = 'Bitte auf den Ortstermin eingehen.'
    const back = await kern.submit(`${one.desk}/mitzeichnung`, { version, tun: 'zurueck', grund })
    expect(back.body).toContain('Die Entscheidung ist zurückgegeben.')
    const again = await weber.get(`${one.desk}/entscheidung`)
    expect(again.body).toContain(grund)
    expect(again.body).toContain('Petra Kern hat die Entscheidung zurückgegeben')
  })
  test('is signed at the second attempt; who comes later is told', async () => {
    await refuse(weber)
    const { version = '' } = hiddenOf(await kern.get(`${one.desk}/mitzeichnung`))
    const signed = await kern.submit(`${one.desk}/mitzeichnung`, { version, tun: 'einverstanden' })
    expect(signed.body).toContain('Sie haben mitgezeichnet.')
    await desk.portal.work()
    expect((await kern.get(one.desk)).body).toContain('Bescheid unterwegs')
    expect((await kern.post(`${one.desk}/mitzeichnung`, { version, tun: 'einverstanden' })).status).toBe(409)
    expect((await kern.get(`${one.desk}/mitzeichnung`)).body).toContain('Gerade ist nichts mitzuzeichnen.')
  })
  test('goes on paper when nobody opens it within ten days', async () => {
    desk.portal.clock.set('2026-12-09T09:00:00Z')
    await desk.minute()
    await desk.portal.work()
    // Twelve hours after the sign-in the session was over.
    weber = await desk.clerk('weber')
    const page = await weber.get(`${one.desk}/papierversand`)
    expect(page.body).toContain('Nicht innerhalb von 10 Tagen abgerufen.')
    const letter = /src="(\/amt\/vorgang\/[^"#]+\/bescheid\/[^"#]+)/.exec(page.body)![1]!
    expect((await weber.get(letter)).headers['content-type']).toBe('application/pdf')
    const done = await weber.submit(`${one.desk}/papierversand`, hiddenOf(page))
    expect(done.body).toContain('Der Versand ist vermerkt.')
    expect(done.body).toContain('Zur Post gegeben am 9. Dezember 2026')
    expect((await weber.post(`${one.desk}/papierversand`, hiddenOf(page))).status).toBe(409)
    const haase = await desk.clerk('haase')
    expect((await haase.get(letter)).status).toBe(404)
  })
})
