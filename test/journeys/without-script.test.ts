import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fileOf } from '#test/visitor/files.ts'
import { finger } from './form/hand.ts'
import { readJourney } from './form/journey.ts'
import { walkForm } from './form/walk-form.ts'
import type { Device } from './stage/device.ts'
import { seen } from './stage/seen.ts'
import { openTown, type Town } from './stage/town.ts'

vi.setConfig({ testTimeout: 180_000 })

let town: Town
let ines: Device
let weber: Device
let number = ''
let code = ''
beforeAll(async () => {
  town = await openTown()
  ines = await town.device({ width: 360, script: false })
  weber = await town.device({ width: 360, script: false })
})
afterAll(() => town?.stop())

test('Ines applies: wrong input first, then every page, files by the button beside them', async () => {
  const journey = await readJourney('ines-hartwig-kiefer')
  await ines.open('/leuna/leistungen/baumfaellung')
  await ines.go('Jetzt beantragen')
  await ines.press('Ohne Konto beginnen')
  const email = ines.page.getByLabel('E-Mail-Adresse')
  const wrongAddress = async () => {
    await email.fill('ines.hartwig')
    await ines.press('Weiter')
    expect(await ines.page.title()).toMatch(/^Fehler: /)
    expect(await email.inputValue()).toBe('ines.hartwig')
    const link = ines.page.getByRole('alert').getByRole('link').first()
    expect(await link.getAttribute('href')).toBe(`#${await email.getAttribute('id')}`)
    await seen(ines, 'error without scripts')
  }
  const pages = await walkForm(ines, { journey, hand: finger(ines), before: { contact: wrongAddress } })
  expect(pages).toEqual(journey.walk.expect.pages)
  await seen(ines, 'review without scripts')
  await ines.press('Verbindlich absenden')
  const receipt = await ines.text()
  number = /LEU-\d{4}-\d{5}/.exec(receipt)?.[0] ?? ''
  code = /(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/.exec(receipt)?.[0] ?? ''
  expect(code).not.toBe('')
  await seen(ines, 'receipt without scripts')
})

test('Jonas Weber takes the case and asks for a photo', async () => {
  await weber.open('/amt/anmelden')
  await weber.page.getByLabel('Dienstliche E-Mail-Adresse').fill('weber@leuna.example')
  await weber.page.getByLabel('Passwort').fill('Torhaus-Demo-2026')
  await weber.press('Anmelden')
  await seen(weber, 'inbox without scripts')
  await weber.go(number)
  await weber.press('Übernehmen')
  await seen(weber, 'case page without scripts')
  await weber.go('Nachfordern')
  await weber.page.getByLabel('Was brauchen Sie?').fill('Bitte senden Sie uns ein Foto der Wurzel.')
  await weber.page.getByLabel('Ja, Dateien und Text').check()
  await weber.press('Nachforderung senden')
  await town.portal.work()
})

test('Ines follows her application by code and answers with a photo', async () => {
  await ines.open('/leuna/status')
  await ines.page.getByLabel('Code zum Verfolgen').fill(code)
  await ines.page.getByLabel('Nachname').fill('Hartwig')
  await ines.press('Antrag anzeigen')
  await seen(ines, 'tracked application without scripts')
  await ines.go('Antworten')
  const { name, type, content } = await fileOf('jpeg', 'files', 'wurzel-nah.jpg')
  await ines.page.getByLabel(/^Dateien/).setInputFiles({ name, mimeType: type, buffer: content })
  await ines.page.getByLabel('Was möchten Sie antworten?').fill('Hier ist das Foto.')
  await ines.press('Antwort senden')
  expect(await ines.text()).toContain('Ihre Antwort ist bei uns angekommen.')
  await town.portal.work()
})

test('he checks, decides and hands the notice out', async () => {
  await weber.go('Alle Vorgänge')
  await weber.go(number)
  expect(await weber.text()).toContain('wurzel-nah.jpg')
  await weber.go('Prüfpunkte beantworten')
  await seen(weber, 'checks without scripts')
  await weber.press('Prüfung speichern')
  await weber.press('Prüfung abschließen und entscheiden')
  await weber.go('Mit Nebenbestimmungen genehmigen')
  await seen(weber, 'decision without scripts')
  await weber.press('Weiter zur Entscheidung')
  await weber.press('Entscheidung treffen')
  expect(await weber.text()).toContain('Die Entscheidung ist getroffen.')
  await town.portal.work()
})

test('she opens the notice, and he sees it', async () => {
  await ines.go('Antrag verfolgen')
  await ines.page.getByLabel('Code zum Verfolgen').fill(code)
  await ines.page.getByLabel('Nachname').fill('Hartwig')
  await ines.press('Antrag anzeigen')
  await ines.go('Zum Bescheid')
  await ines.press('Bescheid öffnen')
  expect(await ines.text()).toContain('24. Dezember 2026')
  await seen(ines, 'notice without scripts')
  await town.portal.work()
  await weber.go('Alle Vorgänge')
  await weber.go(/^Abgeschlossen/)
  await weber.go(number)
  expect(await weber.text()).toContain('Abgerufen am 23. November 2026')
  expect([...ines.complaints, ...weber.complaints]).toEqual([])
})
