import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFields } from '#test/faults/applicant.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

describe('Answers', () => {
  it('that are wrong are shown again with what to do, and the page says so in its title', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/person`)
    const seen = await browser.post(`${draft}/person`, {
      applicant_given_name: 'Ines',
      applicant_family_name: '',
      'applicant_address.street': 'Rathausstraße',
      'applicant_address.house_number': '14',
      'applicant_address.postcode': '623',
      'applicant_address.town': 'Leuna',
    })
    expect(seen.status).toBe(422)
    expect(seen.body).toContain('<title>Fehler: ')
    expect(seen.body).toContain('href="#f-applicant_family_name"')
    expect(seen.body).toContain('href="#f-applicant_address-postcode"')
    expect(seen.body).toContain('id="f-applicant_address-postcode"')
    expect(seen.body).toContain('value="623"')
    const review = await browser.get(`${draft}/pruefen`)
    expect(review.body).toContain('Angaben fehlen noch')
    expect(review.body).toContain(`href="${draft}/person?von=pruefen#f-applicant_family_name"`)
    expect(review.body).not.toContain('Verbindlich absenden')
    const sent = await browser.post(`${draft}/absenden`, {})
    expect(sent.location).toBe(`${draft}/pruefen?stand=unvollstaendig`)
  })

  it('changed from the review lead back to it', async () => {
    const { browser, draft } = await town.atReview()
    const page = await browser.get(`${draft}/kontakt?von=pruefen`)
    expect(page.body).toContain('Speichern und weiter')
    const seen = await browser.submit(`${draft}/kontakt?von=pruefen`, {
      contact_email: 'ines@example.org',
      contact_phone: '0171 3920011',
    })
    expect(seen.path).toBe(`${draft}/pruefen`)
    expect(seen.body).toContain('ines@example.org')
  })

  it('say when they were saved', async () => {
    const { browser, draft } = await town.atReview()
    const seen = await browser.get(`${draft}/kontakt`)
    expect(seen.body).toContain('Gespeichert um 10:00 Uhr')
  })

  it('typed but not sent are kept, and what cannot be read yet takes nothing away', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/zeitraum`)
    const kept = await browser.post(`${draft}/zeitraum/zwischenstand`, {
      'planned_from.day': '1',
      'planned_from.month': '',
      'planned_from.year': '',
      'planned_to.day': '27',
      'planned_to.month': '2',
      'planned_to.year': '2027',
    })
    expect(kept.status).toBe(204)
    const seen = await browser.get(`${draft}/pruefen`)
    expect(seen.body).toContain('27. Februar 2027')
    expect(seen.body).not.toContain('fehlt noch')
  })
})

describe('Two tabs', () => {
  it('save two pages at the same moment and lose neither', async () => {
    const { browser, draft } = await town.atReview()
    const names = Array.from({ length: 6 }, (_, index) => `Ines ${'ABCDEF'[index]}`)
    await browser.get(`${draft}/person`)
    const person = (given: string) =>
      browser.post(`${draft}/person`, {
        applicant_given_name: given,
        applicant_family_name: 'Hartwig',
        'applicant_address.street': 'Rathausstraße',
        'applicant_address.house_number': '14',
        'applicant_address.postcode': '06237',
        'applicant_address.town': 'Leuna',
      })
    const contact = (index: number) =>
      browser.post(`${draft}/kontakt`, { contact_email: `ines${index}@example.org` })
    const answers = await Promise.all(names.flatMap((name, index) => [person(name), contact(index)]))
    expect(answers.map(answer => answer.status)).toEqual(Array(12).fill(303))
    const review = await browser.get(`${draft}/pruefen`)
    expect(review.body).toMatch(/Ines [A-F]/)
    expect(review.body).toMatch(/ines\d@example\.org/)
  })

  it('add two trees at the same moment and keep both', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/baeume`)
    const tree = (cm: number) => ({
      species: 'pinus-sylvestris',
      circumference_cm: String(cm),
      measured: 'measured',
      several_trunks: 'no',
      condition: 'healthy',
      measure: 'fell',
      reasons: ['shade'],
      explanation: 'Der Baum nimmt dem Wohnzimmer das Licht.',
    })
    const open = async () => (await browser.get(`${draft}/baeume/trees/neu`)).location!
    const [one, two] = [await open(), await open()]
    expect(one).not.toBe(two)
    const saved = await Promise.all([browser.post(one, tree(111)), browser.post(two, tree(222))])
    // Pressed twice: still one tree.
    await browser.post(two, tree(222))
    expect(saved.map(answer => answer.location)).toEqual([`${draft}/baeume`, `${draft}/baeume`])
    const list = await browser.get(`${draft}/baeume`)
    expect(list.body).toContain('<h3>Baum 3<')
    expect(list.body).not.toContain('<h3>Baum 4<')
    expect(list.body).toContain('111 cm')
    expect(list.body).toContain('222 cm')
  })

  it('show that answers changed since the review was read', async () => {
    const { browser, draft, review } = await town.atReview()
    await browser.post(`${draft}/kontakt`, { contact_email: 'neu@example.org' })
    const sent = await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
    expect(sent.path).toBe(`${draft}/pruefen?stand=geaendert`)
    expect(sent.body).toContain('Ihre Angaben haben sich geändert')
    const again = await browser.submit(`${draft}/absenden`, hiddenFields(sent.body))
    expect(again.path).toBe(`${draft}/eingang`)
  })
})
