import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, type Desk, hiddenOf, startDesk } from '#modules/desk/desk.fixture.ts'
import type { Browser } from '#test/visitor/browser.ts'
import { fileOf } from '#test/visitor/files.ts'

let desk: Desk
let weber: Browser
let ines: Browser
beforeAll(async () => {
  desk = await startDesk()
  weber = await desk.clerk('weber')
  ines = await desk.ines()
})
afterAll(() => desk.stop())

async function ask(one: Arrived, dateien: 'ja' | 'nein'): Promise<void> {
  const page = await weber.get(`${one.desk}/nachforderung`)
  const text = 'Guten Tag,\n\nbitte senden Sie ein Foto der Wurzel.'
  await weber.submit(`${one.desk}/nachforderung`, { ...hiddenOf(page), text, dateien })
  await desk.portal.work()
}

describe('Answering with an account', () => {
  let one: Arrived
  beforeAll(async () => {
    one = await desk.arrived(undefined, ines)
    await ask(one, 'ja')
  })
  test('what waits for me stands first, on the overview and on the page of the application', async () => {
    const list = await ines.get('/konto/antraege')
    expect(list.body).toContain('wartet auf Sie')
    const page = await ines.get(one.own)
    expect(page.body).toContain('Bitte antworten Sie uns')
    expect(page.body).toContain('bitte senden Sie ein Foto der Wurzel.')
    expect(page.body).toContain('Bitte bis zum 7. Dezember 2026.')
  })
  test('files can be added and taken back before the answer is sent; the text stays in its box', async () => {
    const url = `${one.own}/antwort`
    await ines.get(url)
    const photo = await fileOf('jpeg', 'dateien', 'wurzel.jpg')
    const added = await ines.post(url, { text: 'Hier ist das Foto.', upload: 'dateien' }, [photo])
    expect(added.status).toBe(200)
    expect(added.body).toContain('wurzel.jpg')
    expect(added.body).toContain('Hier ist das Foto.</textarea>')
    const remove = /name="remove" value="(dateien:[0-9a-f-]+)"/.exec(added.body)![1]!
    const without = await ines.post(url, { text: 'Hier ist das Foto.', remove })
    expect(without.body).not.toContain('wurzel.jpg')
    expect(await desk.count(`documents where origin = 'answer'`)).toBe(0)
  })
  test('an answer says something; a file of another kind is refused by name', async () => {
    const url = `${one.own}/antwort`
    await ines.get(url)
    const empty = await ines.post(url, { text: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Schreiben Sie eine Antwort oder wählen Sie eine Datei aus')
    const program = {
      field: 'dateien',
      name: 'wurzel.exe',
      type: 'image/jpeg',
      content: Buffer.from('MZ not a photo'),
    }
    const refused = await ines.post(url, { text: 'Foto' }, [program])
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('wurzel.exe')
    expect((await weber.get(one.desk)).body).toContain('wartet auf Antwort')
  })
  test('is sent with its files, once, and reaches the office', async () => {
    const url = `${one.own}/antwort`
    await ines.get(url)
    const photo = await fileOf('jpeg', 'dateien', 'wurzel.jpg')
    const sent = await ines.submit(url, { text: 'Hier ist das Foto.' }, [photo])
    expect(sent.body).toContain('Ihre Antwort ist bei uns angekommen.')
    expect((await ines.post(url, { text: 'Noch einmal' })).status).toBe(409)
    expect((await ines.get(url)).body).toContain('Die Frage ist schon beantwortet.')
    const office = await weber.get(one.desk)
    expect(office.body).toContain('Die Antwort ist da')
    expect(office.body).toContain('wurzel.jpg')
    const file = new RegExp(`href="(${one.own}/datei/[0-9a-f-]+)">wurzel.jpg`).exec(sent.body)![1]!
    expect((await ines.get(file)).headers['content-type']).toBe('image/jpeg')
    expect((await desk.browser().get(file)).location).toMatch(/^\/konto\/anmelden/)
  })
  test('without a file asked for there is no place for one, and none is taken', async () => {
    const other = await desk.arrived(undefined, ines)
    await ask(other, 'nein')
    const page = await ines.get(`${other.own}/antwort`)
    expect(page.body).not.toContain('type="file"')
    expect(page.body).not.toContain('multipart')
  })
})

describe('Without an account', () => {
  test('code and name open the same pages in another browser; nobody else sees them', async () => {
    const one = await desk.arrived()
    await ask(one, 'ja')
    const phone = desk.browser()
    expect((await phone.get(one.guest)).status).toBe(404)
    await phone.get('/leuna/status')
    const page = await phone.submit('/leuna/status', { code: one.code, name: 'Hartwig' })
    expect(page.path).toBe(one.guest)
    expect(page.body).toContain('Bitte antworten Sie uns')
    expect(page.body).not.toContain('eingang.pdf')
    const message = new RegExp(`href="(${one.guest}/nachricht/[0-9a-f-]+)"`).exec(page.body)![1]!
    expect((await phone.get(message)).body).toContain('Stadt Leuna')
    await phone.get(`${one.guest}/antwort`)
    const photo = await fileOf('png', 'dateien', 'wurzel.png')
    const sent = await phone.submit(`${one.guest}/antwort`, { text: '' }, [photo])
    expect(sent.body).toContain('Ihre Antwort ist bei uns angekommen.')
    for (const path of [message, `${one.guest}/antwort`]) expect((await ines.get(path)).status).toBe(404)
    // Row-level security lets a clerk of the authority read it; this page does not.
    expect((await weber.get(message)).status).toBe(404)
    const before = await desk.count(`documents where origin = 'answer'`)
    await weber.get('/amt')
    await weber.post(`${one.guest}/antwort`, { text: 'Fremd' }, [photo])
    expect(await desk.count(`documents where origin = 'answer'`)).toBe(before)
  })
})
