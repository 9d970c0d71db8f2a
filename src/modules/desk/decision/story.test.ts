import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { type Arrived, type Desk, fieldsIn, hiddenOf, startDesk } from '../desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

describe('From application to notice, with an account', () => {
  let ines: Browser
  let weber: Browser
  let one: Arrived
  test('the clerk takes the case, checks it and goes on to the decision', async () => {
    ines = await desk.ines()
    one = await desk.arrived(undefined, ines)
    weber = await desk.clerk('weber')
    const page = await weber.get(one.desk)
    expect(page.body).toContain('Übernehmen')
    expect((await weber.submit(`${one.desk}/uebernehmen`, {})).body).toContain(
      'Sie haben den Vorgang übernommen.',
    )
    const taken = await weber.get(one.desk)
    const { version, task, outcome } = hiddenOf(taken)
    expect(outcome).toBe('entscheiden')
    const next = await weber.submit(`${one.desk}/aufgabe`, { version, task, outcome })
    expect(next.path).toBe(`${one.desk}/entscheidung`)
    expect(next.body).toContain('Mit Nebenbestimmungen genehmigen')
    expect(next.body).toContain('nach den Angaben naheliegend')
  })
  test('the form is filled in by the package, keeps what is typed, and shows the letter', async () => {
    const url = `${one.desk}/entscheidung/grant_with_conditions`
    const page = await weber.get(url)
    expect(page.status).toBe(200)
    const fields = fieldsIn(page)
    expect(fields['valid_until.year']).toBe('2028')
    expect([fields['chosen.conditions']].flat()).toContain('replacement_planting')
    const wrong = await weber.post(url, { ...fields, 'valid_until.day': '45', tun: 'vorschau' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toMatch(/<title>Fehler:/)
    expect(fieldsIn(wrong)['valid_until.day']).toBe('45')
    const saved = await weber.post(url, {
      ...fields,
      reasons_text: 'Die Wurzelplatte hebt sich.',
      tun: 'vorschau',
    })
    expect(saved.location).toBe(`${url}#vorschau`)
    expect((await weber.get(url)).body).toContain('Die Wurzelplatte hebt sich.')
    const letter = await weber.get(`${url}/vorschau.pdf`)
    expect(letter.headers['content-type']).toBe('application/pdf')
    expect(letter.body.slice(0, 5)).toBe('%PDF-')
  })
  test('a gap in the letter stops the decision by name', async () => {
    const url = `${one.desk}/entscheidung/grant_with_conditions`
    const fields = fieldsIn(await weber.get(url))
    const inspected = [fields['chosen.reasons']].flat().concat('facts_inspection') as string[]
    const missing = await weber.post(url, { ...fields, 'chosen.reasons': inspected, tun: 'entscheiden' })
    expect(missing.status).toBe(422)
    expect(missing.body).toContain('href="#f-inspected_on"')
  })
  test('deciding is asked once more, then the notice goes to the mailbox', async () => {
    const url = `${one.desk}/entscheidung/grant_with_conditions`
    const fields = fieldsIn(await weber.get(url))
    const reasons = [fields['chosen.reasons']].flat().filter(id => id !== 'facts_inspection') as string[]
    const confirm = await weber.submit(url, { ...fields, 'chosen.reasons': reasons, tun: 'entscheiden' })
    expect(confirm.path).toBe(`${url}/treffen`)
    const done = await weber.submit(`${url}/treffen`, hiddenOf(confirm))
    expect(done.body).toContain('Die Entscheidung ist getroffen.')
    await desk.portal.work()
    const after = await weber.get(one.desk)
    expect(after.body).toContain('Bescheid unterwegs')
    const again = await weber.post(`${url}/treffen`, hiddenOf(confirm))
    expect(again.status).toBe(409)
    expect(again.body).toContain('Über diesen Vorgang ist schon entschieden.')
  })
  test('the resident learns what opening means, opens it, reads it, and the case closes', async () => {
    const box = await ines.get('/konto/postfach')
    const link = /<a href="(\/konto\/postfach\/leuna\/[0-9a-f-]+)">Der Bescheid/.exec(box.body)?.[1]
    const message = await ines.get(link!)
    expect(message.body).toContain('Bescheid öffnen')
    const notice = /action="(\/konto\/bescheide\/leuna\/[0-9a-f-]+)"/.exec(message.body)![1]!
    expect((await ines.get(`${notice}/bescheid.pdf`)).status).toBe(404)
    expect((await ines.get(notice)).body).not.toContain('Ersatz')
    const opened = await ines.submit(notice, {})
    expect(opened.body).toContain('Was das für Sie bedeutet')
    expect(opened.body).toContain('Die Wurzelplatte hebt sich.')
    expect(opened.body).toMatch(/Sie können bis zum \d+\. Dezember 2026 Widerspruch erheben/)
    expect((await ines.get(`${notice}/bescheid.pdf`)).headers['content-type']).toBe('application/pdf')
    await desk.portal.work()
    expect((await weber.get(one.desk)).body).toContain('abgeschlossen')
    expect((await ines.get('/konto/antraege')).body).toContain('abgeschlossen')
  })
  test('a stranger finds none of it', async () => {
    const other = desk.browser()
    for (const path of [one.guest, `${one.guest}/antwort`, `${one.guest}/zuruecknehmen`])
      expect((await other.get(path)).status).toBe(404)
    const haase = await desk.clerk('haase')
    for (const path of [
      '',
      '/entscheidung',
      '/entscheidung/grant',
      '/mitzeichnung',
      '/papierversand',
      '/notiz',
    ])
      expect((await haase.get(one.desk + path)).status).toBe(404)
    const merseburg = await desk.clerk((await desk.clerkOf('merseburg'))!)
    expect((await merseburg.get(one.desk)).status).toBe(404)
    // A clerk is a stranger in the resident's area, even of her own authority.
    expect((await weber.get(one.guest)).status).toBe(404)
  })
})
