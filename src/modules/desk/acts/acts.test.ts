import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { type Arrived, type Desk, fieldsIn, hiddenOf, startDesk } from '../desk.fixture.ts'

let desk: Desk
let weber: Browser
let kern: Browser
beforeAll(async () => {
  desk = await startDesk()
  weber = await desk.clerk('weber')
  kern = await desk.clerk('kern')
})
afterAll(() => desk.stop())

describe('A case page', () => {
  let one: Arrived
  beforeAll(async () => {
    one = await desk.arrived()
  })
  test('shows answers by section, files, checks and contact', async () => {
    const { body } = await weber.get(one.desk)
    for (const words of ['Zu Ihnen', 'Bäume: Baum 1', 'Waldkiefer', 'kiefer-ganz.jpg', 'Prüfung'])
      expect(body).toContain(words)
    expect(body).toContain('href="mailto:ines.hartwig@example.org"')
    expect(body).toMatch(/id="angaben-[a-z]+"/)
  })
  test('opens each file in the page and by itself', async () => {
    const link = /\/amt\/vorgang\/[0-9a-f-]+\/datei\/[0-9a-f-]+/.exec((await weber.get(one.desk)).body)![0]
    const page = await weber.get(link)
    expect(page.body).toContain(`src="${link}/inhalt"`)
    expect(page.body).toContain('Datei 1 von 2')
    const content = await weber.get(`${link}/inhalt`)
    expect(content.headers['content-type']).toBe('image/jpeg')
    expect(content.headers['content-disposition']).toMatch(/^inline/)
    const haase = await desk.clerk('haase')
    expect((await haase.get(link)).status).toBe(404)
    expect((await haase.get(`${link}/inhalt`)).status).toBe(404)
    const unknown = link.replace(/[0-9a-f]{4}$/, '0000')
    expect((await weber.get(unknown)).status).toBe(404)
  })
  test('keeps a note and shows it in the stream, which can be filtered', async () => {
    await weber.get(one.desk)
    const noted = await weber.submit(`${one.desk}/notiz`, { text: 'Ortstermin <b>Mittwoch</b>\n9 Uhr' })
    expect(noted.body).toContain('Die Notiz ist gespeichert.')
    expect(noted.body).toContain('Ortstermin &lt;b>Mittwoch&lt;/b><br/>9 Uhr')
    const notes = await weber.get(`${one.desk}?verlauf=notizen`)
    expect(notes.body).not.toContain('Antrag eingegangen</p>')
    const letters = await weber.get(`${one.desk}?verlauf=schriftverkehr`)
    expect(letters.body).not.toContain('Mittwoch')
  })
  test('refuses an empty note and one too long, and keeps what was typed', async () => {
    await weber.get(one.desk)
    expect((await weber.post(`${one.desk}/notiz`, { text: '  ' })).status).toBe(422)
    const long = await weber.post(`${one.desk}/notiz`, { text: 'x'.repeat(8001) })
    expect(long.status).toBe(422)
    expect(long.body).toContain('x'.repeat(8001))
    expect(long.body).toContain('href="#f-text"')
  })
  test('takes nothing without the token of the page', async () => {
    expect((await weber.post(`${one.desk}/notiz`, { text: 'Nein', _csrf: 'falsch' })).status).toBe(400)
  })
})

describe('Two who act on one case', () => {
  test('only the first one gets it; the second is told who was faster', async () => {
    const one = await desk.arrived()
    await kern.get(one.desk)
    await weber.get(one.desk)
    expect((await kern.post(`${one.desk}/uebernehmen`, {})).status).toBe(303)
    const late = await weber.post(`${one.desk}/uebernehmen`, {})
    expect(late.status).toBe(409)
    expect(late.body).toContain('Petra Kern hat den Vorgang übernommen')
  })
  test('a request that comes too late is not sent, and not lost', async () => {
    const one = await desk.arrived()
    const page = await weber.get(`${one.desk}/nachforderung`)
    await kern.get(one.desk)
    await kern.post(`${one.desk}/notiz`, { text: 'Ich rufe dort an.' })
    const late = await weber.post(`${one.desk}/nachforderung`, { ...hiddenOf(page), text: 'Bitte ein Foto.' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Notiz von Petra Kern')
    expect(late.body).toContain('Bitte ein Foto.')
    // The page now carries the newer version: the same press goes through.
    const again = await weber.submit(`${one.desk}/nachforderung`, {
      ...hiddenOf(late),
      text: 'Bitte ein Foto.',
    })
    expect(again.body).toContain('Die Nachforderung ist gesendet.')
    expect(again.body).toContain('wartet auf Antwort')
  })
})

describe('Assigning', () => {
  test('is for whoever has the case or leads the office', async () => {
    const one = await desk.arrived()
    expect((await weber.get(`${one.desk}/zuweisung`)).status).toBe(403)
    const page = await kern.get(`${one.desk}/zuweisung`)
    const id = /value="([0-9a-f-]{36})"[^>]*\/><label[^>]*>Jonas Weber/.exec(page.body)![1]!
    const nobody = await kern.post(`${one.desk}/zuweisung`, hiddenOf(page))
    expect(nobody.status).toBe(422)
    const done = await kern.submit(`${one.desk}/zuweisung`, { ...hiddenOf(page), person: id })
    expect(done.body).toContain('Der Vorgang ist zugewiesen.')
    const mine = await weber.get(`${one.desk}/zuweisung`)
    expect(mine.body).toContain('Jonas Weber (Sie selbst)')
    const back = await weber.submit(`${one.desk}/zuweisung`, { ...hiddenOf(mine), person: 'niemand' })
    expect(back.body).toContain('Der Vorgang ist wieder frei.')
    const stranger = await kern.get(`${one.desk}/zuweisung`)
    const wrong = { ...hiddenOf(stranger), person: '01a207a2-0000-7000-8000-000000000000' }
    expect((await kern.post(`${one.desk}/zuweisung`, wrong)).status).toBe(400)
  })
})

describe('Checks', () => {
  test('come filled in with what the answers say, are recorded and propose what to ask', async () => {
    const one = await desk.arrived()
    const page = await weber.get(`${one.desk}/pruefung`)
    expect(page.body).toContain('laut Antrag in Ordnung')
    const fields = fieldsIn(page)
    const photos = Object.keys(fields)
      .find(name => name.startsWith('bemerkung.photos.'))!
      .slice('bemerkung.'.length)
    const answers = { ...fields, [`ergebnis.${photos}`]: 'nein', [`bemerkung.${photos}`]: 'Wurzel fehlt' }
    const saved = await weber.submit(`${one.desk}/pruefung`, answers)
    expect(saved.body).toContain('Die Prüfung ist gespeichert.')
    expect(saved.body).toContain('Wurzel fehlt')
    expect(fieldsIn(await weber.get(`${one.desk}/pruefung`))[`ergebnis.${photos}`]).toBe('nein')
    const request = await weber.get(`${one.desk}/nachforderung`)
    expect(String(fieldsIn(request).text)).toMatch(/Foto/)
    const long = { ...answers, [`bemerkung.${photos}`]: 'x'.repeat(8001) }
    expect((await weber.post(`${one.desk}/pruefung`, long)).status).toBe(422)
  })
})
