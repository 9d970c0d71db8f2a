import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finger } from './form/hand.ts'
import { readJourney } from './form/journey.ts'
import { walkForm } from './form/walk-form.ts'
import type { Device } from './stage/device.ts'
import { seen } from './stage/seen.ts'
import { openTown, type Town } from './stage/town.ts'

vi.setConfig({ testTimeout: 180_000 })

const walk = 'ines-hartwig-kiefer'
const fileNumber = /LEU-\d{4}-\d{5}/

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.stop())

/** The application that was begun, on the page of all that are one's own. */
const draftIn = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: 'not sent yet' }).getByRole('link')

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

async function downloadBy(device: Device, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    device.page.waitForEvent('download'),
    device.page.getByRole('link', { name: link }).click(),
  ])
  return bytesOf(download)
}

describe('Ines at her phone, without an account', () => {
  let ines: Device
  let number = ''
  let code = ''
  beforeAll(async () => {
    ines = await town.device({ width: 360 })
  })

  test('finds the service and begins', async () => {
    const { page } = ines
    await ines.open('/leuna/')
    await seen(ines, 'home')
    await page.getByLabel('Was möchten Sie erledigen?').fill('Baum')
    await ines.follow(() => page.getByRole('main').getByRole('button', { name: 'Suchen' }).click())
    await seen(ines, 'search results')
    await ines.follow(() => page.getByRole('main').getByRole('link', { name: /Baum/ }).first().click())
    await seen(ines, 'service')
    await ines.go('Jetzt beantragen')
    await seen(ines, 'start')
    await ines.press('Ohne Konto beginnen')
    expect(await ines.heading()).toBe('Akute Gefahr')
  })

  test('is told of errors and answers every question', async () => {
    const journey = await readJourney(walk)
    const pages = await walkForm(ines, {
      journey,
      hand: finger(ines),
      before: { danger: nothingAnswered, contact: wrongAddress },
      look: state => seen(ines, state),
    })
    expect(pages).toEqual(journey.walk.expect.pages)
    expect(await ines.heading()).toBe('Prüfen Sie Ihre Angaben')
    await seen(ines, 'review')
  })

  async function nothingAnswered(): Promise<void> {
    await ines.press('Weiter')
    expect(await ines.page.title()).toMatch(/^Fehler: Akute Gefahr – .* – Stadt Leuna$/)
    await seen(ines, 'error of a choice')
  }

  async function wrongAddress(): Promise<void> {
    const { page } = ines
    const email = page.getByLabel('E-Mail-Adresse')
    await email.fill('ines.hartwig')
    await ines.press('Weiter')
    expect(await page.title()).toMatch(/^Fehler: /)
    const summary = page.getByRole('alert').filter({ hasText: 'Bitte prüfen Sie Ihre Eingaben' })
    expect(await summary.evaluate(box => box === document.activeElement)).toBe(true)
    const link = summary.getByRole('link').first()
    const message = await link.textContent()
    expect(await email.getAttribute('aria-describedby')).toContain('error')
    expect(await page.locator('.th-error').allTextContents()).toContain(message)
    await link.click()
    expect(await email.evaluate(box => box === document.activeElement)).toBe(true)
    expect(await email.inputValue()).toBe('ines.hartwig')
    await seen(ines, 'error of a field')
  }

  test('changes an answer on the review page and comes back to it', async () => {
    const { page } = ines
    const row = page.locator('.th-summary__row, dl > div').filter({ hasText: '0171 3920011' }).first()
    await ines.follow(() => row.getByRole('link', { name: /Ändern/ }).click())
    await page.getByLabel('Telefonnummer').fill('0171 3920022')
    await ines.press('Speichern und weiter')
    expect(await ines.heading()).toBe('Prüfen Sie Ihre Angaben')
    const review = await ines.text()
    expect(review).toContain('0171 3920022')
    expect(review).not.toContain('0171 3920011')
  })

  test('sends it and takes the receipt along', async () => {
    await ines.press('Verbindlich absenden')
    const receipt = await ines.text()
    number = fileNumber.exec(receipt)?.[0] ?? ''
    code = /(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/.exec(receipt)?.[0] ?? ''
    expect(receipt).toMatch(fileNumber)
    expect(code).not.toBe('')
    await seen(ines, 'receipt')
    expect((await downloadBy(ines, 'Als PDF herunterladen')).subarray(0, 5).toString()).toBe('%PDF-')
    const data = JSON.parse((await downloadBy(ines, 'Als Daten herunterladen')).toString())
    expect(data).toMatchObject({ format: 'torhaus/receipt/1' })
    expect(JSON.stringify(data)).toContain(number)
    expect(JSON.stringify(data)).toContain('0171 3920022')
  })

  test('follows it on another device by code and name, and only so', async () => {
    const other = await town.device({ width: 360 })
    const { page } = other
    await other.open('/leuna/')
    await other.follow(() => page.getByRole('link', { name: 'Antrag verfolgen' }).last().click())
    await page.getByLabel('Code zum Verfolgen').fill(code)
    await page.getByLabel('Nachname').fill('Prell')
    await other.press('Antrag anzeigen')
    expect(await other.text()).toContain('Code und Name passen nicht zusammen')
    await seen(other, 'wrong tracking code')
    await page.getByLabel('Nachname').fill('Hartwig')
    await other.press('Antrag anzeigen')
    const shown = await other.text()
    expect(shown).toContain(number)
    expect(shown).toContain('Was bisher geschah')
    await seen(other, 'tracked application')
  })
})

describe('Ines at a desk, with an account, in English', () => {
  const email = 'ines.hartwig@example.org'
  const password = 'Kiefer Schuppen Saale Sturm'
  let ines: Device
  beforeAll(async () => {
    ines = await town.device({ width: 1280 })
  })

  test('makes an account on the way to the form', async () => {
    const { page } = ines
    await ines.open('/leuna/antrag/baumfaellung')
    await ines.follow(() => page.getByRole('link', { name: 'English' }).click())
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await ines.go('Sign in or create an account')
    await seen(ines, 'sign in')
    await ines.go('Create an account')
    await page.getByLabel('Name').fill('Ines Hartwig')
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('New password').fill(password)
    await seen(ines, 'registration')
    await ines.press('Create account')
    expect(await ines.heading()).toBe('Check your email')
    await seen(ines, 'registration asked')
    await town.portal.work()
    await ines.go('Read the emails of the demonstration')
    await seen(ines, 'mails of the demo')
    await ines.follow(() =>
      page
        .getByRole('link', { name: /bestaetigen/ })
        .first()
        .click(),
    )
    await seen(ines, 'confirmation')
    await page.getByLabel('The password you chose').fill(password)
    await ines.press('Confirm and sign in')
    expect(new URL(page.url()).pathname).toBe('/leuna/antrag/baumfaellung')
  })

  test('begins here and goes on with another device', async () => {
    await ines.press('Start application')
    const journey = await readJourney(walk, 'en')
    await walkForm(ines, {
      journey,
      hand: finger(ines),
      until: 'trees',
      look: state => seen(ines, `${state} in English`),
    })
    const phone = await town.device({ width: 360 })
    const { page } = phone
    await phone.open('/konto/antraege?sprache=en')
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Password').fill(password)
    await phone.press('Sign in')
    expect(await phone.heading()).toBe('My applications')
    await seen(phone, 'a draft in the account')
    await phone.follow(() => draftIn(page).click())
    expect(await phone.heading()).toBe('Your trees')
    await walkForm(phone, { journey, hand: finger(phone) })
    expect(await phone.text()).toContain('Hinterer Garten, links neben dem Schuppen')
    expect(phone.complaints).toEqual([])
  })

  test('presses twice and has applied once', async () => {
    const { page } = ines
    await ines.open('/konto/antraege')
    await ines.follow(() => draftIn(page).click())
    await seen(ines, 'review in English')
    await ines.follow(() => page.getByRole('button', { name: 'Send application' }).dblclick())
    expect(await ines.heading()).toBe('We have received your application')
    await seen(ines, 'receipt in English')
    const number = fileNumber.exec(await ines.text())?.[0]
    await ines.open('/konto/antraege')
    const list = await ines.text()
    expect(list.match(new RegExp(fileNumber, 'g'))).toEqual([number])
    await seen(ines, 'my applications')
  })
})
