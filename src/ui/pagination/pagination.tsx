import { Icon } from '../icon/icon.tsx'
import { fill, type Words } from '../words/words.ts'

export interface PaginationProps {
  /** Counted from 1. */
  page: number
  pages: number
  /** Address of a page. */
  href: (page: number) => string
  words: Words
}

/** Links to the other pages of a list; nothing when there is only one. */
export function Pagination({ page, pages, href, words }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav class="th-pagination" aria-label={words.pages}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="chevron-left" size="small" />
              <span>{words.previous_page}</span>
            </a>
          </li>
        )}
        {shownPages(page, pages).map((shown, index) =>
          shown === 'gap' ? (
            <li key={`gap-${index === 1 ? 'before' : 'after'}`} class="th-pagination__gap">
              …
            </li>
          ) : (
            <li key={shown}>
              <a
                href={href(shown)}
                aria-label={fill(words.page, { page: shown })}
                aria-current={shown === page ? 'page' : undefined}
              >
                {shown}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              <span>{words.next_page}</span>
              <Icon name="chevron-right" size="small" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** First, last, and the neighbours of the current page: `shownPages(6, 20)` is 1 … 5 6 7 … 20. */
export function shownPages(page: number, pages: number): (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages)
  const numbers = [...new Set(near)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    if (before === undefined || number === before + 1) return [number]
    return number === before + 2 ? [before + 1, number] : (['gap', number] as const)
  })
}
