import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Applying, startApplying } from '../applying.fixture.ts'
import { expireDrafts } from './expire-drafts.job.ts'

const day_ms = 86_400_000
let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

const run = () => expireDrafts.run(town.portal.services, {})
const idOf = (draft: string) => draft.split('/').at(-1)
const isThere = async (draft: string) => (await town.count('drafts where id = $1', idOf(draft))) === 1

async function files(): Promise<number> {
  let count = 0
  const all = town.portal.services.blobs.listOlderThan(new Date(Date.now() + 60_000))
  for await (const _ of all) count += 1
  return count
}

describe('Drafts', () => {
  it('are deleted thirty days after the last save, with their files, and a week before that someone is told', async () => {
    const ines = town.browser()
    await town.signIn(ines, 'ines.hartwig@example.org')
    const account = await town.atReview(ines)
    const guest = await town.atReview()
    expect(await files()).toBeGreaterThan(0)
    town.portal.clock.advance(22 * day_ms)
    await run()
    expect(await mails()).toEqual([])
    town.portal.clock.advance(1.5 * day_ms)
    await run()
    await run()
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ recipient: 'ines.hartwig@example.org' })
    expect(mail!.body).toContain('Am 23. Dezember 2026 löschen wir ihn.')
    // It says that something is there and where, never what.
    expect(`${mail!.subject} ${mail!.body}`).not.toMatch(/Baum|Kiefer|Hartwig/)
    town.portal.clock.advance(6 * day_ms)
    await run()
    expect([await isThere(account.draft), await isThere(guest.draft)]).toEqual([true, true])
    town.portal.clock.advance(day_ms)
    await run()
    expect([await isThere(account.draft), await isThere(guest.draft)]).toEqual([false, false])
    expect(await files()).toBe(0)
    expect(await town.count('draft_documents')).toBe(0)
  })

  it('live on when something is saved', async () => {
    const { browser, draft } = await town.atReview()
    town.portal.clock.advance(29 * day_ms)
    await browser.get(`${draft}/kontakt`)
    await browser.post(`${draft}/kontakt`, { contact_email: 'ines@example.org' })
    town.portal.clock.advance(29 * day_ms)
    await run()
    expect(await isThere(draft)).toBe(true)
    town.portal.clock.advance(2 * day_ms)
    // Over is over, even before the night's job comes.
    expect((await browser.get(`${draft}/pruefen`)).status).toBe(404)
  })

  it('that were sent end a week later; receipt and files of the application stay', async () => {
    town.portal.clock.set('2026-11-23T09:00:00Z')
    const left = await files()
    const { browser, draft, fileNumber } = await town.sent()
    const before = JSON.parse((await browser.get(`${draft}/eingang.json`)).body)
    town.portal.clock.advance(6 * day_ms)
    await run()
    expect(await isThere(draft)).toBe(true)
    town.portal.clock.advance(1.1 * day_ms)
    await run()
    expect(await isThere(draft)).toBe(false)
    const receipt = await browser.get(`${draft}/eingang`)
    expect(receipt.body).toContain(fileNumber)
    expect(JSON.parse((await browser.get(`${draft}/eingang.json`)).body)).toEqual(before)
    expect(await files()).toBe(left + before.files.length)
  })
})

async function mails(): Promise<{ recipient: string; subject: string; body: string }[]> {
  await town.portal.work()
  const rows = await town.query('select recipient, subject, body from torhaus.demo_mails order by sent_at')
  return rows as { recipient: string; subject: string; body: string }[]
}
