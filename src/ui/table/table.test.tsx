import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Table } from './table.tsx'

const view = (
  <Table
    caption="Vorgänge"
    rowHeader="mark"
    columns={[
      { key: 'mark', label: 'Aktenzeichen', sort: { href: '?nach=zeichen', direction: 'descending' } },
      { key: 'fee', label: 'Gebühr', numeric: true, sort: { href: '?nach=gebuehr' } },
    ]}
    rows={[{ key: '1', cells: { mark: '67-1', fee: '50,00 €' } }]}
  />
)

test('is accessible', () => expect(faultsOf(view)).toEqual([]))

test('is a real table: caption, column and row headers', () => {
  const html = htmlOf(view)
  expect(html).toContain('<caption>Vorgänge</caption>')
  expect(html.match(/scope="col"/g)).toHaveLength(2)
  expect(html).toMatch(/<th scope="row"[^>]*>67-1/)
})

test('sorting is a link and the sorted column says so', () => {
  const html = htmlOf(view)
  expect(html).toMatch(/aria-sort="descending"><a href="\?nach=zeichen"/)
  expect(html.match(/aria-sort/g)).toHaveLength(1)
})

test('each cell carries its column for narrow screens', () => {
  expect(htmlOf(view)).toContain('data-label="Gebühr"')
})
