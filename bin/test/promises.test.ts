import { expect, test } from 'vitest'
import { judge, lintPromises } from './promises.ts'

test('a promise nobody waits for is found, so the tool does read types', async () => {
  const report = await lintPromises(['test/architecture/broken/floating.ts'])
  expect(report.number_of_files).toBe(1)
  expect(report.diagnostics.map(finding => finding.code)).toEqual(['typescript(no-floating-promises)'])
  expect(judge(report)).toMatchObject({ failed: 1, output: expect.stringContaining('broken/floating.ts:') })
})

test('a run over no file fails', () => {
  expect(judge({ diagnostics: [], number_of_files: 0 })).toMatchObject({ failed: 1 })
})
