import type { Browser, Seen } from '#test/visitor/browser.ts'
import type { Cell } from '../table/cells.ts'

/** Asks as the cell says, in a window of its own: what the answer sets stays there. */
export async function visitCell(browser: Browser, cell: Cell, path = cell.path): Promise<Seen> {
  const copy = browser.copy()
  try {
    return cell.page.method === 'GET' ? await copy.get(path) : await copy.post(path, cell.fields)
  } finally {
    copy.close()
  }
}
