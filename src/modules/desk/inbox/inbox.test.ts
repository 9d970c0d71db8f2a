import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/visitor/browser.ts'
import { type Arrived, type Desk, startDesk } from '../desk.fixture.ts'

let desk: Desk
let weber: Browser
let pine: Arrived
let beech: Arrived
beforeAll(async () => {
  desk = await startDesk()
  pine = await desk.arrived()
  desk.portal.clock.set('2026-12-01T09:00:00Z')
  beech = await desk.arrived('lothar-grunewald-buche')
  weber = await desk.clerk('weber')
})
afterAll(() => desk.stop())

const numbersIn = (body: string) =>
  [...body.matchAll(/<a class="th-nobreak"[^>]*>(LEU-[\d-]+)</g)].map(match => match[1])
const countOf = (body: string, label: string) =>
  new RegExp(`<span>${label}</span><span class="th-tabs__count">([^<]+)`).exec(body)?.[1]

describe('The inbox', () => {
  test('opens for nobody who has not signed in', async () => {
    expect((await desk.browser().get('/amt')).location).toMatch(/^\/amt\/anmelden/)
  })
  test('shows what arrived in a real table, with honest counts', async () => {
    const { status, body } = await weber.get('/amt')
    expect(status).toBe(200)
    expect(numbersIn(body)).toEqual([pine.fileNumber, beech.fileNumber])
    expect(body).toMatch(/<th scope="row"[^>]*><a class="th-nobreak"/)
    const counts = ['Offen', 'Nicht zugewiesen', 'Meine', 'Überfällig', 'Abgeschlossen']
    expect(counts.map(label => countOf(body, label))).toEqual(['2', '2', '0', '1', '0'])
  })
  test('is red only where something is late', async () => {
    const { body } = await weber.get('/amt')
    expect(body.match(/th-tag--danger/g)).toHaveLength(1)
    expect(body).toContain('seit 1 Tag überfällig')
    expect(body).toContain('in 7 Tagen')
  })
  test('lists what is mine once I took it, and nothing to others', async () => {
    await weber.get(pine.desk)
    await weber.submit(`${pine.desk}/uebernehmen`, {})
    expect(numbersIn((await weber.get('/amt?liste=meine')).body)).toEqual([pine.fileNumber])
    expect(numbersIn((await weber.get('/amt?liste=unzugewiesen')).body)).toEqual([beech.fileNumber])
    const haase = await desk.clerk('haase')
    const other = await haase.get('/amt')
    expect(numbersIn(other.body)).toEqual([])
    expect(other.body).toContain('Gerade ist keiner offen.')
  })
  test('is sorted by links that say how it is sorted', async () => {
    const { body } = await weber.get('/amt?sortierung=nummer&richtung=ab')
    expect(numbersIn(body)).toEqual([beech.fileNumber, pine.fileNumber])
    expect(body).toMatch(/aria-sort="descending"><a href="\/amt\?sortierung=nummer&amp;richtung=auf"/)
  })
  test.each([
    ['Hartwig', 1],
    ['har', 1],
    ['LEU-2026-0', 2],
    ['Merseburger Straße', 1],
    ['niemand hier', 0],
  ])('finds by „%s“ %i', async (words, n) => {
    const { body } = await weber.get(`/amt?suche=${encodeURIComponent(words)}`)
    expect(numbersIn(body)).toHaveLength(n)
    expect(body.includes('Dazu gibt es keinen Vorgang.')).toBe(n === 0)
  })
  test('speaks English as well, and refuses an address that somebody made up', async () => {
    expect((await weber.get('/amt?sprache=en')).body).toContain('Unassigned')
    await weber.get('/amt?sprache=de')
    expect((await weber.get('/amt?liste=alle-der-welt')).status).toBe(400)
    expect((await weber.get('/amt?nach=unsinn')).status).toBe(400)
  })
})
