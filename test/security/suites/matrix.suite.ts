import { describe, expect, test } from 'vitest'
import { pages } from '#src/compose.ts'
import { runPage } from '../checks/run-cells.ts'
import { leakyPages } from '../planted/leaky-pages.ts'
import { unplaced } from '../table/places.ts'
import { nameOf } from '../table/routes.ts'
import type { Furnished } from '../world/furnish.ts'

/** Every page × role × own, foreign, mixed and unknown object. */
export function matrixSuite(there: () => Furnished): void {
  describe('every page × role × object', () => {
    test('each page is reached by somebody', () => {
      expect(unplaced(pages, there().reached)).toEqual([])
    })

    test('is answered as audience and ownership say, and what is refused changes nothing', async () => {
      const faults: string[] = []
      const cells = new Map<string, number>()
      for (const page of pages) {
        const ran = await runPage(there().world, page, there().reached)
        faults.push(...ran.faults)
        cells.set(nameOf(page), ran.cells)
      }
      const total = [...cells.values()].reduce((sum, count) => sum + count, 0)
      console.info(`${pages.length} pages, ${total} cells`)
      expect(faults).toEqual([])
      expect([...cells].filter(([, count]) => count === 0)).toEqual([])
      expect(total).toBeGreaterThan(pages.length * 5)
    }, 300_000)
  })

  describe('a wrong page is caught', () => {
    test.each(leakyPages.map(page => [page.audit, page] as const))('%s', async (audit, page) => {
      const { faults } = await runPage(there().world, page, there().reached)
      expect(faults.join('\n')).toMatch(expectedFaults[audit]!)
    })

    test('and so is one that nobody can reach', () => {
      const lonely = { ...leakyPages[0]!, path: '/probe/:unheard' }
      expect(unplaced([lonely], there().reached)).toEqual(['GET /probe/:unheard'])
    })
  })
}

const expectedFaults: Readonly<Record<string, RegExp>> = {
  'draft.shown_to_all': /as anonymous, foreign object: 200 .*is not 404/,
  'draft.told_apart': /as anonymous, foreign object: 404 .*differs from the answer about an unknown object/,
  'case.shown_to_staff': /as otherTenant, foreign object: 200 .*is not 404/,
  'desk.left_open': /as anonymous, shut object: 200 .*does not lead to \/amt\/anmelden/,
  'page.viewed_and_written': /shows or refuses, and yet writes into torhaus\.counters/,
  'draft.kept_from_owner': /^GET .*draft lets nobody in$/,
}
