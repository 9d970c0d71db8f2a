import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Arrived } from '#modules/desk/desk.fixture.ts'
import { fileOf } from '#test/visitor/files.ts'
import type { Device } from './stage/device.ts'
import { seen } from './stage/seen.ts'
import { openTown, type Town } from './stage/town.ts'

vi.setConfig({ testTimeout: 180_000 })

const question = 'Guten Tag Frau Hartwig,\n\nbitte senden Sie uns noch ein Foto der Wurzelplatte.'

let town: Town
let ines: Device
let weber: Device
beforeAll(async () => {
  town = await openTown()
  ines = await town.device({ width: 360, as: await town.ines() })
  weber = await town.device({ width: 1280 })
})
afterAll(() => town?.stop())

/** Answers the checks as prefilled, each open one with yes. */
async function check({ page, press }: Device): Promise<void> {
  for (const group of await page.getByRole('main').getByRole('group').all()) {
    if ((await group.getByRole('radio', { checked: true }).count()) === 0)
      await group.getByLabel('ja', { exact: true }).check()
  }
  await press('Prüfung speichern')
}

/** From the case page to the page that asks once more. */
async function prepare(clerk: Device, outcome: string): Promise<void> {
  await clerk.go(outcome)
  await clerk.press('Weiter zur Entscheidung')
}

describe('From the inbox to the notice', () => {
  let one: Arrived
  let desk = ''

  test('Jonas Weber signs in, finds the case and takes it', async () => {
    one = await town.arrived(undefined, await openedBy(ines))
    desk = one.desk
    await weber.open('/amt')
    await seen(weber, 'desk sign in')
    await weber.page.getByLabel('Dienstliche E-Mail-Adresse').fill('weber@leuna.example')
    await weber.page.getByLabel('Passwort').fill('falsch')
    await weber.press('Anmelden')
    expect(await weber.page.title()).toMatch(/^Fehler: /)
    await seen(weber, 'desk sign in refused')
    await weber.page.getByLabel('Passwort').fill('Torhaus-Demo-2026')
    await weber.press('Anmelden')
    expect(await weber.heading()).toContain('Vorgänge')
    await seen(weber, 'inbox')
    await weber.go(one.fileNumber)
    await weber.press('Übernehmen')
    expect(await weber.text()).toContain('Sie haben den Vorgang übernommen.')
    await seen(weber, 'case page')
  })

  test('he reads the answers and looks at a photo', async () => {
    expect(await weber.text()).toContain('Hinterer Garten, links neben dem Schuppen')
    await weber.go('wurzelplatte.jpg')
    const photo = weber.page.getByRole('img', { name: 'wurzelplatte.jpg' })
    await expect.poll(() => photo.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(320)
    await seen(weber, 'photo')
    await weber.go('Zurück zum Vorgang')
  })

  test('he notes something and asks the resident back', async () => {
    town.portal.clock.advance(60_000)
    await weber.page.getByLabel('Neue Notiz').fill('Nachbar hat angerufen.')
    await weber.press('Notiz speichern')
    expect(await weber.text()).toContain('Nachbar hat angerufen.')
    await weber.go('Nachfordern')
    await weber.page.getByLabel('Was brauchen Sie?').fill('')
    await weber.press('Nachforderung senden')
    await seen(weber, 'request without words')
    await weber.page.getByLabel('Was brauchen Sie?').fill(question)
    await weber.page.getByLabel('Ja, Dateien und Text').check()
    await weber.press('Nachforderung senden')
    expect(await weber.text()).toContain('wartet auf Antwort')
    await seen(weber, 'case that waits')
  })

  test('Ines reads the question in her mailbox and answers with a photo', async () => {
    await town.portal.work()
    await ines.open('/konto/postfach')
    await seen(ines, 'mailbox')
    await ines.follow(() => ines.page.getByRole('main').getByRole('table').getByRole('link').first().click())
    expect(await ines.text()).toContain('Foto der Wurzelplatte')
    await seen(ines, 'message')
    await ines.open(one.own)
    await seen(ines, 'application that waits for her')
    await ines.go('Antworten')
    await ines.press('Antwort senden')
    expect(await ines.page.title()).toMatch(/^Fehler: /)
    await seen(ines, 'answer without words')
    await ines.page.getByLabel('Was möchten Sie antworten?').fill('Hier ist das Foto.')
    const { name, type, content } = await fileOf('jpeg', 'files', 'wurzel-nah.jpg')
    await ines.page.getByLabel(/^Dateien/).setInputFiles({ name, mimeType: type, buffer: content })
    await ines.page.getByRole('link', { name }).waitFor()
    await seen(ines, 'answer with a file')
    await ines.press('Antwort senden')
    expect(await ines.text()).toContain('Ihre Antwort ist bei uns angekommen.')
  })

  test('he checks and decides with conditions, the letter beside the form', async () => {
    await town.portal.work()
    await weber.open(desk)
    expect(await weber.text()).toContain('Die Antwort ist da')
    await weber.go('wurzel-nah.jpg')
    await weber.go('Zurück zum Vorgang')
    await weber.go('Prüfpunkte beantworten')
    await seen(weber, 'checks')
    await check(weber)
    await weber.press('Prüfung abschließen und entscheiden')
    await seen(weber, 'outcomes')
    await weber.go('Mit Nebenbestimmungen genehmigen')
    await seen(weber, 'decision')
    await weber.press('Vorschau')
    const letter = await weber.page
      .getByRole('link', { name: 'Vorschau als PDF öffnen' })
      .getAttribute('href')
    const answer = await weber.context.request.get(letter!)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await weber.press('Weiter zur Entscheidung')
    await seen(weber, 'confirmation of a decision')
    await weber.press('Entscheidung treffen')
    expect(await weber.text()).toContain('Die Entscheidung ist getroffen.')
  })

  test('Ines opens the notice and reads until when she may object', async () => {
    await town.portal.work()
    await ines.open(one.own)
    expect(await ines.text()).toContain('Ihr Bescheid liegt bereit')
    await seen(ines, 'application with a notice')
    await ines.go('Zum Bescheid')
    await seen(ines, 'notice before opening')
    await ines.press('Bescheid öffnen')
    const notice = await ines.text()
    expect(notice).toContain('Was das für Sie bedeutet')
    // Opened on 23 November, notified on the 24th (§ 41 Abs. 2a VwVfG), one month (§ 70 Abs. 1 VwGO).
    expect(notice).toContain('24. Dezember 2026')
    await seen(ines, 'notice')
    const pdf = await ines.page.getByRole('link', { name: 'Bescheid als PDF öffnen' }).getAttribute('href')
    expect((await (await ines.context.request.get(pdf!)).body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('he sees that she has it, and the case is closed', async () => {
    await town.portal.work()
    await weber.open(desk)
    const shown = await weber.text()
    expect(shown).toContain('Abgerufen am 23. November 2026')
    expect(shown).toContain('abgeschlossen')
    await seen(weber, 'closed case')
  })
})

/** The fixture's browser with the cookies of a device: it applies on behalf of whoever holds it. */
async function openedBy({ context }: Device) {
  const browser = town.browser()
  const cookies = browser.cookies as Map<string, string>
  for (const { name, value } of await context.cookies()) cookies.set(name, value)
  return browser
}

describe('Two pairs of eyes, and ten days of silence', () => {
  let two: Arrived
  let kern: Device
  let jonas: Device

  test('a refusal goes out only when Petra Kern has signed too', async () => {
    two = await town.arrived(undefined, await openedBy(ines))
    kern = await town.device({ width: 1280, as: await town.clerk('kern') })
    jonas = await town.device({ width: 1280, as: await town.clerk('weber') })
    await jonas.open(two.desk)
    await jonas.press('Übernehmen')
    await jonas.press('Prüfung abschließen und entscheiden')
    await jonas.go('Ablehnen')
    for (const reason of await jonas.page.getByLabel(/^Begründung|Warum|Grund/).all())
      if ((await reason.inputValue().catch(() => 'x')) === '')
        await reason.fill('Die Kiefer ist nach unserer Prüfung standsicher.')
    await jonas.press('Weiter zur Entscheidung')
    await jonas.press('Entscheidung treffen')
    await town.portal.work()
    expect(await jonas.text()).toContain('zur Mitzeichnung')
    await kern.open(two.desk)
    await kern.go('Mitzeichnen')
    await seen(kern, 'co-signature')
    await kern.press('Einverstanden: Bescheid hinausgeben')
    expect(await kern.text()).toContain('Sie haben mitgezeichnet.')
  })

  test('nobody opens it for ten days: it goes to paper', async () => {
    await town.portal.work()
    await jonas.open(two.desk)
    expect(await jonas.text()).toContain('Bescheid unterwegs')
    town.portal.clock.set('2026-12-09T09:00:00Z')
    await town.minute()
    await town.portal.work()
    const again = await town.device({ width: 1280, as: await town.clerk('weber') })
    await again.open(two.desk)
    expect(await again.text()).toContain('Papierversand')
    await again.go('Papierversand')
    await seen(again, 'paper')
    await again.press('Zur Post gegeben')
    expect(await again.text()).toContain('Der Versand ist vermerkt.')
  })
})

describe('Two clerks decide at once', () => {
  test('one is told that the other was faster, and by whom', async () => {
    const three = await town.arrived(undefined, undefined)
    const first = await town.device({ width: 1280, as: await town.clerk('weber') })
    const second = await town.device({ width: 1280, as: await town.clerk('kern') })
    await first.open(three.desk)
    await first.press('Prüfung abschließen und entscheiden')
    for (const clerk of [first, second]) {
      await clerk.open(`${three.desk}/entscheidung`)
      await prepare(clerk, 'Mit Nebenbestimmungen genehmigen')
    }
    const press = (clerk: Device) => clerk.press('Entscheidung treffen')
    await Promise.all([press(first), press(second)])
    const said = await Promise.all([first.text(), second.text()])
    const told = 'Über diesen Vorgang ist schon entschieden.'
    expect(said.filter(text => text.includes('Die Entscheidung ist getroffen.'))).toHaveLength(1)
    expect(said.filter(text => text.includes(told))).toHaveLength(1)
    await seen(said[0]!.includes(told) ? first : second, 'too late to decide')
  })
})
