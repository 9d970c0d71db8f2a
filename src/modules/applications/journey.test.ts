import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFields } from '#test/faults/applicant.ts'
import { type Applying, startApplying } from './applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

describe('Ines Hartwig applies without account and without JavaScript', () => {
  it('gets from the start page to the receipt, in German', async () => {
    const browser = town.browser()
    const start = await browser.get('/leuna/antrag/baumfaellung')
    expect(start.status).toBe(200)
    expect(start.body).toContain('Mit Konto')
    expect(start.body).toContain('Ohne Konto')
    expect(start.body).toContain('Das dauert ungefähr 15 Minuten.')
    const { draft, review, pages } = await town.atReview(browser)
    expect(pages).toContain('trees')
    expect(review.body).toContain('Prüfen Sie Ihre Angaben')
    expect(review.body).toContain('Rathausstraße 14, 06237 Leuna')
    expect(review.body).toContain('Verbindlich absenden')
    const receipt = await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
    expect(receipt.path).toBe(`${draft}/eingang`)
    expect(receipt.body).toContain('Ihr Antrag ist eingegangen')
    expect(receipt.body).toMatch(/LEU-2026-\d{5}/)
    expect(receipt.body).toContain('Stadt Leuna, Fachbereich Ordnung und Umwelt prüft Ihren Antrag.')
    expect(receipt.body).toMatch(/(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/)
  })

  it('reads every page in English as well', async () => {
    const browser = town.browser()
    await browser.get('/leuna/antrag/baumfaellung?sprache=en')
    const { draft, review } = await town.atReview(browser)
    expect(review.body).toContain('Check your answers')
    expect(review.body).not.toContain('Prüfen Sie')
    const receipt = await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
    expect(receipt.body).toContain('We have received your application')
    const data = JSON.parse((await browser.get(`${draft}/eingang.json`)).body)
    expect(data.language).toBe('en')
    expect(data.readable[0].entries[0].label).not.toMatch(/[äöüß]/)
  })

  it('downloads the receipt as data and as PDF', async () => {
    const { browser, draft, review } = await town.atReview()
    await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
    const answer = await browser.get(`${draft}/eingang.json`)
    expect(answer.headers['content-type']).toContain('application/json')
    const data = JSON.parse(answer.body)
    expect(data.format).toBe('torhaus/receipt/1')
    expect(data.answers.applicant_family_name).toBe('Hartwig')
    expect(data.authority.id).toBe('leuna')
    expect(data.service).toMatchObject({ id: 'baumfaellung', version: '1.0.0' })
    expect(data.files.length).toBeGreaterThan(0)
    for (const file of data.files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
    const pdf = await browser.get(`${draft}/eingang.pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.body.startsWith('%PDF-')).toBe(true)
  })

  it('finds no page of a draft after it was sent, but its receipt', async () => {
    const { browser, draft, review } = await town.atReview()
    await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
    for (const page of ['rolle', 'pruefen', 'weiter']) {
      expect((await browser.get(`${draft}/${page}`)).location).toBe(`${draft}/eingang`)
    }
    const late = await browser.post(`${draft}/rolle`, { role: 'tenant', applicant_kind: 'person' })
    expect(late.location).toBe(`${draft}/eingang`)
    const data = JSON.parse((await browser.get(`${draft}/eingang.json`)).body)
    expect(data.answers.role).toBe('owner')
  })
})

describe('A draft', () => {
  it('is unknown to everyone else, exactly like one that never was', async () => {
    const { draft } = await town.atReview()
    const jannik = town.browser()
    const unknown = draft.replace(/[^/]+$/, '01890000-0000-7000-8000-000000000000')
    await jannik.get('/leuna/antrag/baumfaellung')
    for (const page of ['pruefen', 'rolle', 'weiter', 'eingang', 'eingang.json', 'eingang.pdf']) {
      const [foreign, none] = [await jannik.get(`${draft}/${page}`), await jannik.get(`${unknown}/${page}`)]
      expect(foreign.status).toBe(404)
      expect(stripped(foreign.body, draft)).toBe(stripped(none.body, unknown))
    }
    for (const [page, fields] of [
      ['rolle', { role: 'tenant' }],
      ['absenden', {}],
      ['weiter', { password: 'Geheim-2026' }],
    ] as const) {
      expect((await jannik.post(`${draft}/${page}`, fields)).status).toBe(404)
    }
  })

  it('is found only under its own portal and service', async () => {
    const { browser, draft } = await town.atReview()
    expect((await browser.get(`${draft.replace('/leuna/', '/merseburg/')}/pruefen`)).status).toBe(404)
    expect((await browser.get(`${draft.replace('baumfaellung', 'hundesteuer')}/pruefen`)).status).toBe(404)
  })

  it('takes nothing without the token of its own page', async () => {
    const { browser, draft } = await town.atReview()
    for (const page of ['rolle', 'absenden', 'weiter', 'rolle/zwischenstand'])
      expect((await browser.post(`${draft}/${page}`, { _csrf: 'forged' })).status).toBe(400)
  })

  it('leads from a page that cannot be reached to the first that is not complete', async () => {
    const browser = town.browser()
    await browser.get('/leuna/antrag/baumfaellung')
    const first = await browser.submit('/leuna/antrag/baumfaellung', {})
    const draft = first.path.split('/').slice(0, 5).join('/')
    expect(first.path).toBe(`${draft}/gefahr`)
    expect((await browser.get(`${draft}/notfall`)).location).toBe(`${draft}/gefahr`)
    expect((await browser.get(`${draft}/gibt-es-nicht`)).location).toBe(`${draft}/gefahr`)
  })

  it('is offered again on the start page', async () => {
    const { browser, draft } = await town.atReview()
    const start = await browser.get('/leuna/antrag/baumfaellung')
    expect(start.body).toContain('Sie haben schon angefangen')
    expect(start.body).toContain(`href="${draft}/pruefen"`)
  })
})

function stripped(body: string, draft: string): string {
  return body.replaceAll(draft, '').replaceAll(/nonce="[^"]*"/g, '')
}
