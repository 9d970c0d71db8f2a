import { expect, test } from 'vitest'
import { count } from './vitest.ts'

const test_ = (status: string) => ({ status })
const file = (status: string, ...states: string[]) => ({ status, assertionResults: states.map(test_) })

test('counts what passed, failed and was skipped', () => {
  const files = [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')]
  expect(count(files, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a file that does not load, a fault outside of tests and an empty run all fail', () => {
  expect(count([file('passed', 'passed'), file('failed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(count([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(count([], 0)).toMatchObject({ failed: 1, output: 'no test was found' })
  expect(count([file('passed', 'skipped')], 0)).toMatchObject({ failed: 1, skipped: 1 })
})
