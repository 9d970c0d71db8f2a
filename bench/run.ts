// npm run -s bench -- --json     every figure that Torhaus states, as a ratio measured in one run

import { type Figure, limitFigure } from './figure.ts'
import { measureFormPage } from './form-page.ts'
import { measureJourney } from './journey.ts'
import { memory_mb } from './load.ts'
import { startSubjects } from './subjects.ts'
import { measureSubmission } from './submission.ts'
import { measureTransfer } from './transfer.ts'

const subjects = await startSubjects()
const figures: Figure[] = []

function add(figure: Figure): void {
  figures.push(figure)
  const { ok, name, value, ratio, target, beside } = figure
  console.error(
    `${ok ? 'ok  ' : 'MISS'} ${name}: ${value} (ratio ${ratio}, ${target}) ${beside ? JSON.stringify(beside) : ''}`,
  )
}

try {
  add(limitFigure('start to first page', { value: subjects.start_ms, atMost: 2000, unit: 'ms' }))
  add(await measureTransfer(subjects))
  add(await measureFormPage(subjects))
  for (const figure of await measureJourney(subjects)) add(figure)
  const memory = memory_mb(subjects.webPid())
  add(limitFigure('memory of the web process after load', { value: memory, atMost: 250, unit: 'MB' }))
  add(await measureSubmission(subjects))
} finally {
  await subjects.stop()
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1))
process.exitCode = figures.every(figure => figure.ok) ? 0 : 1
