import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Seen } from '#test/visitor/browser.ts'
import { countEscaped, findComputed, findRaw } from '../checks/find-raw.ts'
import { carelessPage } from '../planted/careless-page.tsx'
import { nameOf } from '../table/routes.ts'
import type { World } from '../world/build-world.ts'
import { canary, sums } from '../world/canary.ts'
import type { Furnished } from '../world/furnish.ts'

const isPage = ({ seen: { headers } }: { seen: Seen }) =>
  String(headers['content-type']).startsWith('text/html')

/** What people write reaches everybody as they wrote it, and nothing runs or is computed. */
export function canarySuite(there: () => Furnished): void {
  showingSuite(there)
  echoSuite(there)
  carelessSuite(there)
}

function showingSuite(there: () => Furnished): void {
  describe('what people write is shown as they wrote it', () => {
    test('on every page as text, never as markup, and never computed', () => {
      const faults = there()
        .seen.filter(isPage)
        .flatMap(({ name, seen: { body, path } }) => [
          ...findRaw(body).map(around => `${name} (${path}): ${around}`),
          ...findComputed(body).map(tail => `${name} (${path}) computes: ${tail}`),
        ])
      expect(there().seen.length).toBeGreaterThan(200)
      expect(faults).toEqual([])
    })

    test('and these pages were seen to show it', () => {
      const showing = new Set(
        there()
          .seen.filter(one => isPage(one) && countEscaped(one.seen.body) > 0)
          .map(({ name }) => name),
      )
      expect(shouldShow.filter(name => !showing.has(name))).toEqual([])
    })

    test('as text in the letters', async () => {
      const letters = there().seen.filter(
        one =>
          String(one.seen.headers['content-type']) === 'application/pdf' && /eingang|bescheid/.test(one.name),
      )
      expect(letters.length).toBeGreaterThan(2)
      for (const {
        seen: { path },
      } of letters) {
        const owner = (['guest', 'otherGuest', 'resident', 'otherResident'] as const).find(role =>
          [...there().reached[role].gets.values()].flat().some(found => found.path === path),
        )
        if (!owner) continue
        expect(wordsOf(await download(there().world, owner, path))).toContain(canary.replaceAll(/\s/g, ''))
      }
    })

    test('as data in the receipt for machines', () => {
      const receipts = there().seen.filter(
        ({ name, seen: { status } }) => name.endsWith('eingang.json') && status === 200,
      )
      expect(receipts.length).toBeGreaterThan(1)
      for (const {
        seen: { body, headers },
      } of receipts) {
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(JSON.stringify(JSON.parse(body))).toContain(JSON.stringify(canary).slice(1, -1))
      }
    })

    test('and not at all in mails', async () => {
      const mails = await there().world.state.query('select subject, body from torhaus.demo_mails')
      expect(mails.length).toBeGreaterThan(10)
      for (const { subject, body } of mails) expect(`${subject} ${body}`).not.toMatch(/img src=x|7\*7/)
    })
  })
}

function echoSuite(there: () => Furnished): void {
  describe('what is refused is shown again as it was written', () => {
    test('in every field of every form', async () => {
      const faults: string[] = []
      let shown = 0
      for (const form of there().forms) {
        const copy = there().world.people[form.role].copy()
        const fields = Object.fromEntries(
          Object.entries(form.fields).map(([name, values]) => [name, values.map(() => canary)]),
        )
        const kept = Object.fromEntries(
          Object.entries(form.fields).filter(([name]) => /^(version|seen|revision)$/.test(name)),
        )
        const answer = await copy.submit(form.path, { ...fields, ...kept })
        copy.close()
        shown += countEscaped(answer.body)
        for (const around of findRaw(answer.body)) faults.push(`${nameOf(form.page)}: ${around}`)
        if (answer.status >= 500) faults.push(`${nameOf(form.page)}: ${answer.status}`)
        await there().world.putBack()
      }
      expect(faults).toEqual([])
      expect(shown).toBeGreaterThan(20)
    }, 120_000)

    test.each([
      '/leuna/leistungen?suche=',
      '/konto/anmelden?zurueck=/',
      '/amt?suche=',
      '/gibt/es/nicht/',
      '/leuna/status?code=',
      '/leuna/?sprache=',
    ])('in the address %s', async path => {
      const answer = await there().world.people.clerk.get(`${path}${encodeURIComponent(canary)}`)
      expect(answer.status).toBeLessThan(500)
      expect(findRaw(answer.body)).toEqual([])
    })
  })
}

function carelessSuite(there: () => Furnished): void {
  describe('a careless page is caught', () => {
    test('that shows markup', async () => {
      const { body } = await there().world.people.anonymous.get(carelessPage.path)
      expect(findRaw(body)).not.toEqual([])
    })
    test('that lets an attribute end', () => {
      expect(findRaw('<input value=""&gt;&lt;img src=x onerror=alert(1)">')).toHaveLength(1)
    })
    test('that computes', () => {
      const [curly, dollar] = sums.split('$')
      expect(findComputed(`<p>onerror=alert(1)&gt;49$${dollar}</p>`)).toHaveLength(1)
      expect(findComputed(`<p>onerror=alert(1)&gt;${curly}49</p>`)).toHaveLength(1)
      expect(findComputed(`<p>onerror=alert(1)&gt;${sums}</p>`)).toEqual([])
    })
  })
}

/** Without these the test would have looked at nothing. */
const shouldShow = [
  'GET /:portal/antrag/:service/:draft/:page',
  'GET /:portal/antrag/:service/:draft/:page/:group/:item',
  'GET /:portal/antrag/:service/:draft/pruefen',
  'GET /konto/antraege/:tenant/:application',
  'GET /konto/postfach/:tenant/:message',
  'GET /konto/bescheide/:tenant/:notice',
  'GET /:portal/status/:tenant/:application',
  'GET /amt/vorgang/:case',
  'GET /amt/vorgang/:case/datei/:document',
]

async function download(
  world: World,
  role: 'guest' | 'otherGuest' | 'resident' | 'otherResident',
  path: string,
): Promise<Buffer> {
  const cookies = [...world.people[role].cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(new URL(path, world.portal.url), { headers: { cookie: cookies } })
  return Buffer.from(await answer.arrayBuffer())
}

/** Lines break anywhere in a word without spaces; where they may, an invisible sign stands. */
const wordsOf = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 26 })
    .toString()
    .replaceAll(/[\s\u200b]/g, '')
