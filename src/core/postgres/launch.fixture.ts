// A process of its own for the tests: starts the database, says so to its parent, and waits to be
// stopped, to leave without stopping, or to be killed. Arguments: data folder, then cache folders.
import { startPostgres } from './index.ts'

export type Report = { pid: number; url: string } | { refused: string }

const [dataDir = '', ...caches] = process.argv.slice(2)
const quiet = { debug() {}, info() {}, warn() {} }

function tell(report: Report): void {
  process.send?.(report)
}

try {
  const postgres = await startPostgres({ dataDir, log: quiet, caches })
  process.once('message', wish => {
    if (wish === 'leave') process.exit()
    void postgres.stop().then(() => process.disconnect())
  })
  tell({ pid: postgres.pid, url: postgres.url('admin') })
} catch (error) {
  tell({ refused: String(error) })
  process.disconnect()
}
