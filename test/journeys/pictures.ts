// Takes the pictures of docs/pictures from the demo, as it is now:
//   node --import ./bin/tsx.mjs test/journeys/pictures.ts
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { launchBrowser } from '#ui/testing/browser.ts'
import { freePort } from '../machine/free-port.ts'
import { portalProcess } from '../machine/portal-process.ts'
import { finger } from './form/hand.ts'
import { readJourney } from './form/journey.ts'
import { walkForm } from './form/walk-form.ts'
import { type Device, openDevice } from './stage/device.ts'

const folder = path.join(import.meta.dirname, '../../docs/pictures')
const phone = 360
const desk = 1280
const demoPassword = 'Torhaus-Demo-2026'
const email = 'ines.hartwig@example.org'
const password = 'Kiefer Schuppen Saale Sturm'

/** The screen as it stands, in at most 256 colours: sharp enough to read, small enough for the repository. */
async function take({ page }: Device, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const { width, height } = page.viewportSize()!
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  // On a phone people scroll: the picture shows one screen and a half.
  const clip = { x: 0, y: 0, width, height: width === phone ? Math.min(whole, 1150) : height }
  const shot = await page.screenshot({ animations: 'disabled', fullPage: width === phone, clip })
  await sharp(shot)
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(path.join(folder, `${name}.png`))
}

/** What a job brings stands there a moment later. */
async function openUntil(device: Device, address: string, words: string): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await device.open(address)
    if ((await device.text()).includes(words)) return
    await device.page.waitForTimeout(500)
  }
  throw new Error(`"${words}" never stood on ${address}`)
}

async function makeAccount(ines: Device): Promise<void> {
  const { page } = ines
  await ines.open('/konto/registrieren?portal=leuna')
  await page.getByLabel('Name').fill('Ines Hartwig')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByLabel('Neues Passwort').fill(password)
  await ines.press('Konto anlegen')
  await openUntil(ines, '/demo/post', 'bestaetigen')
  await ines.go(/bestaetigen/)
  await page.getByLabel('Ihr gewähltes Passwort').fill(password)
  await ines.press('Bestätigen und anmelden')
}

async function apply(ines: Device): Promise<string> {
  const { page } = ines
  await ines.open('/leuna/')
  await take(ines, 'portal-home-phone')
  await ines.open('/leuna/leistungen/baumfaellung')
  await take(ines, 'service-phone')
  await ines.open('/leuna/antrag/baumfaellung')
  await ines.press('Antrag beginnen')
  await take(ines, 'question-phone')
  const wrongAddress = async () => {
    await page.getByLabel('E-Mail-Adresse').fill('ines.hartwig')
    await ines.press('Weiter')
    await take(ines, 'error-phone')
  }
  const journey = await readJourney('ines-hartwig-kiefer')
  await walkForm(ines, { journey, hand: finger(ines), before: { contact: wrongAddress } })
  await page.setViewportSize({ width: desk, height: 900 })
  await take(ines, 'review')
  await ines.press('Verbindlich absenden')
  await take(ines, 'receipt')
  return /LEU-\d{4}-\d{5}/.exec(await ines.text())![0]
}

async function decide(weber: Device, number: string): Promise<void> {
  const { page } = weber
  await weber.open('/amt/anmelden')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill('weber@leuna.example')
  await page.getByLabel('Passwort').fill(demoPassword)
  await weber.press('Anmelden')
  await take(weber, 'inbox')
  await weber.go(number)
  await weber.press('Übernehmen')
  await weber.open(new URL(page.url()).pathname)
  await take(weber, 'case-page')
  await weber.press('Prüfung abschließen und entscheiden')
  await weber.go('Mit Nebenbestimmungen genehmigen')
  await weber.press('Vorschau')
  await weber.open(new URL(page.url()).pathname)
  // The letter beside the form is drawn by the browser's own viewer, which does not say when it is done.
  await page.waitForTimeout(4000)
  await take(weber, 'decision')
  await weber.press('Weiter zur Entscheidung')
  await weber.press('Entscheidung treffen')
}

async function readNotice(ines: Device): Promise<void> {
  await openUntil(ines, '/konto/postfach', 'Bescheid')
  await take(ines, 'mailbox')
  await ines.follow(() =>
    ines.page
      .getByRole('table')
      .getByRole('link', { name: /Bescheid/ })
      .first()
      .click(),
  )
  await ines.press('Bescheid öffnen')
  await take(ines, 'notice')
}

async function takeAll(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-pictures-'))
  const portal = portalProcess({ dataDir, port: await freePort(), smtpUrl: '' })
  const browser = await launchBrowser(process.env.CHROMIUM_PATH)
  try {
    await mkdir(folder, { recursive: true })
    await portal.start()
    const ines = await openDevice(browser, portal.url, { width: phone })
    const weber = await openDevice(browser, portal.url, { width: desk })
    await makeAccount(ines)
    const number = await apply(ines)
    await decide(weber, number)
    await readNotice(ines)
    await weber.open('/stil')
    await take(weber, 'style')
  } finally {
    await browser.close()
    await portal.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

await takeAll()
