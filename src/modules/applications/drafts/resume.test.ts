import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Applying, codePattern, startApplying } from '../applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

const password = 'Kiefer am Schuppen'

async function kept() {
  const at = await town.atReview()
  await at.browser.get(`${at.draft}/weiter`)
  const seen = await at.browser.post(`${at.draft}/weiter`, { password })
  return { ...at, seen, code: codePattern.exec(seen.body)![0] }
}

describe('A resume code', () => {
  it('is shown once and opens the draft in another browser, with the password', async () => {
    const { draft, code, seen, browser } = await kept()
    expect(seen.status).toBe(200)
    expect((await browser.get(`${draft}/weiter`)).body).not.toContain(code)
    const phone = town.browser()
    await phone.get('/leuna/weitermachen')
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const opened = await phone.submit('/leuna/weitermachen', { code: typed, password })
    expect(opened.path).toBe(`${draft}/pruefen`)
    expect(opened.body).toContain('Rathausstraße 14')
    // It moved: the first browser has it no longer.
    expect((await browser.get(`${draft}/pruefen`)).status).toBe(404)
  })

  it('gives the same answer to an unknown code and a wrong password', async () => {
    const { code } = await kept()
    const stranger = town.browser()
    await stranger.get('/leuna/weitermachen')
    const wrong = await stranger.post('/leuna/weitermachen', { code, password: 'geraten und falsch' })
    const other = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
    const unknown = await stranger.post('/leuna/weitermachen', { code: other, password })
    const nonsense = await stranger.post('/leuna/weitermachen', { code: 'LEU-2026-00001', password })
    expect([wrong.status, unknown.status, nonsense.status]).toEqual([422, 422, 422])
    const plain = (body: string, typed: string) =>
      body.replaceAll(typed, '').replaceAll(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '')
    expect(plain(wrong.body, code)).toBe(plain(unknown.body, other))
    expect(plain(wrong.body, code)).toBe(plain(nonsense.body, 'LEU-2026-00001'))
  })

  it('cannot be guessed: after ten tries one must wait, and the owner is not locked out for longer', async () => {
    town.portal.clock.advance(3_600_000)
    const { draft, code } = await kept()
    const stranger = town.browser()
    await stranger.get('/leuna/weitermachen')
    const tries: number[] = []
    for (let attempt = 0; attempt < 11; attempt++)
      tries.push((await stranger.post('/leuna/weitermachen', { code, password: `${attempt}` })).status)
    expect(tries).toEqual([...Array(10).fill(422), 429])
    town.portal.clock.advance(900_000)
    const opened = await stranger.submit('/leuna/weitermachen', { code, password })
    expect(opened.path).toBe(`${draft}/pruefen`)
  })

  it('asks for eight signs and says so', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/weiter`)
    const seen = await browser.post(`${draft}/weiter`, { password: 'kurz' })
    expect(seen.status).toBe(422)
    expect(seen.body).toContain('Das Passwort muss mindestens 8 Zeichen haben.')
    expect(seen.body).toContain('href="#f-password"')
  })

  it('leaves neither code nor password in the database', async () => {
    const { code } = await kept()
    const [row] = await town.query(`select string_agg(d::text, '') as all from torhaus.drafts d`)
    expect(String(row?.all)).toContain('$argon2id$')
    for (const word of [code, code.replaceAll('-', ''), password])
      expect(String(row?.all)).not.toContain(word)
  })
})

describe('Taking a draft into the account', () => {
  it('needs someone who is signed in', async () => {
    const { browser, draft } = await town.atReview()
    const seen = await browser.post(`${draft}/uebernehmen`, {})
    expect(seen.location).toMatch(/^\/konto\/anmelden/)
  })

  it('keeps the answers, ends code and cookie, and is the account’s alone', async () => {
    const { browser, draft, code } = await kept()
    const account = await town.signIn(browser, 'ines.hartwig@example.org')
    await browser.get(`${draft}/weiter`)
    const seen = await browser.submit(`${draft}/uebernehmen`, {})
    expect(seen.path).toBe(`${draft}/pruefen`)
    expect(seen.body).toContain('Rathausstraße 14')
    const [row] = await town.query('select * from torhaus.drafts where id = $1', [draft.split('/').at(-1)])
    expect(row).toMatchObject({ account_id: account, guest_key: null, resume_hash: null })
    const stranger = town.browser()
    await stranger.get('/leuna/weitermachen')
    expect((await stranger.post('/leuna/weitermachen', { code, password })).status).toBe(422)
    const signedOut = town.browser()
    for (const [name, value] of browser.cookies)
      if (!name.includes('session')) (signedOut.cookies as Map<string, string>).set(name, value)
    expect((await signedOut.get(`${draft}/pruefen`)).status).toBe(404)
  })

  it('leaves another resident’s draft alone', async () => {
    const { draft } = await town.atReview()
    const jannik = town.browser()
    await town.signIn(jannik, 'jannik.prell@example.org')
    await jannik.get('/leuna/antrag/baumfaellung')
    expect((await jannik.post(`${draft}/uebernehmen`, {})).status).toBe(404)
  })
})
