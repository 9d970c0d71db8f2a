import { describe, expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Pagination, shownPages } from './pagination.tsx'

const words = uiWords('de')
const href = (page: number) => `?seite=${page}`

describe('Pagination', () => {
  test('is accessible and marks the current page', () => {
    const view = <Pagination page={6} pages={20} {...{ href, words }} />
    expect(faultsOf(view)).toEqual([])
    expect(htmlOf(view)).toMatch(/aria-label="Seite 6" aria-current="page"/)
  })

  test('has no way back on the first page and none forward on the last', () => {
    expect(htmlOf(<Pagination page={1} pages={3} {...{ href, words }} />)).not.toContain('rel="prev"')
    expect(htmlOf(<Pagination page={3} pages={3} {...{ href, words }} />)).not.toContain('rel="next"')
  })

  test('is nothing for one page', () => {
    expect(htmlOf(<Pagination page={1} pages={1} {...{ href, words }} />)).toBe('')
  })
})

test.each([
  [1, 3, [1, 2, 3]],
  [1, 20, [1, 2, 'gap', 20]],
  [6, 20, [1, 'gap', 5, 6, 7, 'gap', 20]],
  [3, 20, [1, 2, 3, 4, 'gap', 20]],
  [4, 20, [1, 2, 3, 4, 5, 'gap', 20]],
])('page %i of %i shows %j', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown)
})
