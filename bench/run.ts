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
try {
  figures.push(limitFigure('start to first page', { value: subjects.start_ms, atMost: 2000, unit: 'ms' }))
  figures.push(await measureTransfer(subjects))
  figures.push(await measureFormPage(subjects))
  figures.push(...(await measureJourney(subjects)))
  figures.push(
    limitFigure('memory of the web process after load', {
      value: memory_mb(subjects.webPid()),
      atMost: 250,
      unit: 'MB',
    }),
  )
  figures.push(await measureSubmission(subjects))
} finally {
  await subjects.stop()
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1))
else {
  for (const { ok, name, value, ratio, target, beside } of figures) {
    console.log(
      `${ok ? 'ok  ' : 'MISS'} ${name}: ${value} (ratio ${ratio}, ${target}) ${beside ? JSON.stringify(beside) : ''}`,
    )
  }
}
process.exitCode = figures.every(figure => figure.ok) ? 0 : 1
