import { LetterFault } from './errors.ts'

/**
 * Stops a letter with a table whose rows do not fit its head: the cells would slide into the wrong
 * columns, and a decision would say something else.
 */
export function checkTables(data: unknown): void {
  if (Array.isArray(data)) {
    for (const each of data) checkTables(each)
  } else if (typeof data === 'object' && data !== null && !(data instanceof Uint8Array)) {
    if ('kind' in data && data.kind === 'table') checkTable(data as Readonly<Record<string, unknown>>)
    for (const each of Object.values(data)) checkTables(each)
  }
}

function checkTable({ head, rows: given, widths }: Readonly<Record<string, unknown>>): void {
  const columns = lengthOf(head)
  const rows = Array.isArray(given) ? given : []
  if (columns === 0 || rows.some(row => lengthOf(row) !== columns)) {
    throw new LetterFault('refused', 'a table has rows that do not fit its head')
  }
  if (widths !== undefined && lengthOf(widths) !== columns) {
    throw new LetterFault('refused', 'a table has widths that do not fit its head')
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}
