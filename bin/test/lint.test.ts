import { expect, test } from 'vitest'
import { judge, lint } from './lint.ts'

test('a promise nobody waits for is found, so the tool does read types', async () => {
  const report = await lint(['test/architecture/broken/floating.ts'])
  expect(report.number_of_files).toBe(1)
  expect(report.diagnostics.map(finding => finding.code)).toEqual(['typescript(no-floating-promises)'])
  expect(judge(report)).toMatchObject({ failed: 1, output: expect.stringContaining('broken/floating.ts:') })
})

test('a function that is too long or takes too much is found', async () => {
  const { diagnostics } = await lint(['test/architecture/broken/long-function.ts'])
  expect(diagnostics.map(finding => finding.code).sort()).toEqual([
    'eslint(max-lines-per-function)',
    'eslint(max-params)',
  ])
})

test('a run over no file fails', () => {
  expect(judge({ diagnostics: [], number_of_files: 0 })).toMatchObject({ failed: 1 })
})
