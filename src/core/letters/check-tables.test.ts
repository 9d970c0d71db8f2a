import { expect, it } from 'vitest'
import { checkTables } from './check-tables.ts'
import { noticeExample, receiptExample } from './letters-example.ts'

const table = { kind: 'table', head: ['Baum', 'Art'], rows: [['1', 'Kiefer']] }

it('passes letters whose tables fit', () => {
  expect(() => checkTables(noticeExample)).not.toThrow()
  expect(() => checkTables(receiptExample(2))).not.toThrow()
})

it.each([
  ['a short row', { ...table, rows: [['1']] }],
  ['a long row', { ...table, rows: [['1', 'Kiefer', '118 cm']] }],
  ['no columns', { ...table, head: [], rows: [] }],
  ['a width too few', { ...table, widths: [1] }],
])('refuses a table with %s, wherever it stands', (_what, broken) => {
  expect(() => checkTables({ operative: [[{ kind: 'p', text: '' }, broken]] })).toThrow(/fit its head/)
})
