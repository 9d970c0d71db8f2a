import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOf } from '#test/visitor/files.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

/** Thin enough to be free of the statute. */
const sapling = {
  species: 'pinus-sylvestris',
  circumference_cm: '20',
  measured: 'measured',
  several_trunks: 'no',
  condition: 'healthy',
  measure: 'fell',
  reasons: ['other'],
  explanation: 'Der Baum steht zu dicht am Haus.',
}

async function atTrees() {
  const at = await town.atReview()
  const list = await at.browser.get(`${at.draft}/baeume`)
  const item = /href="([^"]*\/baeume\/trees\/[0-9a-f-]{36})"/.exec(list.body)![1]!
  return { ...at, list, item }
}

describe('Entries of a group', () => {
  it('are added, changed, and removed after a question that names them', async () => {
    const { browser, draft, list, item } = await atTrees()
    expect(list.body).toContain('Baum 2 hinzufügen')
    const changed = await browser.get(item)
    expect(changed.body).toContain('<h1>Baum 1</h1>')
    expect(changed.body).toContain('value="118"')
    await browser.get(`${draft}/baeume`)
    const id = item.split('/').at(-1)!
    const asked = await browser.submit(`${draft}/baeume`, { remove: `trees:${id}` })
    expect(asked.path).toBe(`${item}/entfernen`)
    expect(asked.body).toContain('Möchten Sie „Baum 1“ entfernen?')
    expect((await browser.get(`${draft}/baeume`)).body).toContain('Waldkiefer')
    const files = await town.count('draft_documents where draft_id = $1', draft.split('/').at(-1))
    expect(files).toBeGreaterThan(0)
    await browser.get(`${item}/entfernen`)
    const gone = await browser.submit(`${item}/entfernen`, {})
    expect(gone.path).toBe(`${draft}/baeume`)
    expect(gone.body).not.toContain('Waldkiefer')
    expect(await town.count('draft_documents where draft_id = $1', draft.split('/').at(-1))).toBe(0)
    // Twice is no fault.
    expect((await browser.post(`${item}/entfernen`, {})).location).toBe(`${draft}/baeume`)
    const empty = await browser.post(`${draft}/baeume`, {})
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('href="#f-trees"')
  })

  it('may be faulty: they are kept, shown with their errors, and named in the list and the review', async () => {
    const { browser, draft } = await atTrees()
    const fresh = (await browser.get(`${draft}/baeume/trees/neu`)).location!
    await browser.get(fresh)
    const wrong = await browser.post(fresh, { ...sapling, circumference_cm: 'dick' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('href="#f-circumference_cm"')
    expect(wrong.body).toContain('value="dick"')
    const list = await browser.get(`${draft}/baeume`)
    expect(list.body).toContain('Hier fehlen noch Angaben.')
    const onward = await browser.post(`${draft}/baeume`, {})
    expect(onward.status).toBe(422)
    expect(onward.body).toContain('Bei „Baum 2“ fehlt noch etwas.')
    const review = await browser.get(`${draft}/pruefen`)
    expect(review.body).toContain('Ergänzen Sie die Angaben zu „Baum 2“.')
    const id = fresh.split('/').at(-1)
    expect(onward.body).toContain(`href="#f-trees-${id}"`)
    expect(onward.body).toContain(`id="f-trees-${id}"`)
  })

  it('take photos before anything else is answered', async () => {
    const { browser, draft } = await atTrees()
    const fresh = (await browser.get(`${draft}/baeume/trees/neu`)).location!
    await browser.get(fresh)
    const photo = await fileOf('jpeg', 'photos', 'stamm.jpg')
    const seen = await browser.post(fresh, { upload: 'photos' }, [photo])
    expect(seen.status).toBe(200)
    expect(seen.body).toContain('stamm.jpg')
    expect((await browser.get(`${draft}/baeume`)).body).toContain('Baum 2')
  })

  it('of a group that is not asked, or of no group, are not made', async () => {
    const { browser, draft } = await town.begun()
    const item = '0192a000-0000-4000-8000-000000000001'
    for (const path of [`gefahr/trees/${item}`, `baeume/species/${item}`, `nichts/trees/${item}`]) {
      await browser.get(`${draft}/gefahr`)
      expect((await browser.get(`${draft}/${path}`)).location).toBe(`${draft}/gefahr`)
      expect((await browser.post(`${draft}/${path}`, sapling)).location).toBe(`${draft}/gefahr`)
    }
    expect((await browser.get(`${draft}/baeume/trees/__proto__`)).status).toBe(404)
  })
})

describe('What a package says on the way', () => {
  it('is a page of its own when probably no permit is needed, with both ways open', async () => {
    const { browser, draft, item } = await atTrees()
    await browser.post(`${draft}/gefahr`, { danger_now: 'no' })
    await browser.post(item, sapling)
    const note = await browser.submit(`${draft}/baeume`, {})
    expect(note.path).toBe(`${draft}/hinweis/no_tree_protected`)
    expect(note.body).toContain('Wahrscheinlich brauchen Sie keine Genehmigung')
    expect(note.body).toContain(`href="${draft}/tiere"`)
    expect(note.body).toContain('href="/leuna/leistungen/baumfaellung"')
    await browser.get(item)
    await browser.post(item, { ...sapling, circumference_cm: '118' })
    expect((await browser.get(`${draft}/hinweis/no_tree_protected`)).status).toBe(303)
  })

  it('warns once and does not block', async () => {
    const { browser, draft } = await town.atReview()
    await browser.get(`${draft}/zeitraum`)
    const spring = {
      'planned_from.day': '1',
      'planned_from.month': '4',
      'planned_from.year': '2027',
      'planned_to.day': '30',
      'planned_to.month': '4',
      'planned_to.year': '2027',
    }
    const warned = await browser.post(`${draft}/zeitraum`, spring)
    expect(warned.status).toBe(200)
    expect(warned.body).toContain('Ihr Zeitraum fällt in die Schutzzeit')
    const name = /name="_warned" value="([^"]+)"/.exec(warned.body)![1]!
    const onward = await browser.post(`${draft}/zeitraum`, { ...spring, _warned: name })
    expect(onward.location).toBe(`${draft}/schutzzeit`)
    expect((await browser.get(`${draft}/pruefen`)).body).toContain('Ein Hinweis zu Ihren Angaben')
  })

  it('asks on the same page what an answer newly demands', async () => {
    const { browser, draft, item } = await atTrees()
    await browser.get(item)
    const seen = await browser.post(item, { ...sapling, circumference_cm: '118', several_trunks: 'yes' })
    expect(seen.status).toBe(200)
    expect(seen.body).toContain('ergibt sich noch eine Frage')
    expect(seen.body).toContain('name="circumference_sum_cm"')
    expect(draft).toBeTruthy()
  })
})
