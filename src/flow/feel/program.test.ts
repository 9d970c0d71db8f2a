import { evaluate } from 'feelin'
import { expect, test, vi } from 'vitest'
import { analyseFeel } from './analyse.ts'
import { compileExpression, everyName } from './expression.ts'
import { compileProgram, feelDate } from './program.ts'

// feelin hands out the list it will add warnings to; the tests keep an eye on it.
const seen = vi.hoisted(() => ({ warnings: [] as unknown[][] }))
vi.mock('feelin', async original => {
  const feelin = await original<typeof import('feelin')>()
  const watched: typeof evaluate = (...args) => {
    const result = feelin.evaluate(...args)
    seen.warnings.push(result.warnings)
    return result
  }
  return { ...feelin, evaluate: watched }
})

const values: Record<string, unknown> = {
  age: 3,
  name: 'Erika',
  nothing: null,
  born: feelDate('2026-04-05'),
  trees: [
    { height: 3, kind: 'oak' },
    { height: 5, kind: null },
  ],
  param: { limit: 4, from: '03-01' },
}
const run = (source: string) =>
  compileProgram(source, analyseFeel(source, everyName).names).run(name => values[name])

// What is compiled once must yield what feelin yields when it parses anew.
test.each([
  'age > 2 and name = "Erika"',
  'some t in trees satisfies t.height > param.limit',
  'every t in trees satisfies t.kind != null',
  'count(trees[height > 4])',
  'trees[kind = "oak"].height',
  'sum(for t in trees return t.height) * age',
  'substring(string(born), 6) >= param.from',
  'born + duration("P1M") > date("2026-05-01")',
  'born.month',
  'if nothing = null then "a" else "b"',
  'nothing > 3',
  'age + name',
  '{a: age, b: a * 2}.b',
  'age in [1..5]',
  'name in ("Erika", "Max")',
  'decimal(age / 7, 2)',
])('%s is as feelin evaluates it', source => {
  expect(run(source)).toEqual(evaluate(source, values).value)
})

test('runs many times without gathering warnings, and is compiled once', () => {
  const program = compileExpression('missing.part + 1 > 3')
  const warnings = seen.warnings.at(-1) ?? []
  for (let round = 0; round < 100; round += 1) expect(program.run(name => values[name])).toBe(null)
  expect(warnings).toEqual([])
  expect(compileExpression('missing.part + 1 > 3')).toBe(program)
})

test('what cannot be read is refused', () => {
  expect(() => compileExpression('1 +')).toThrow('feel_syntax')
  expect(() => compileExpression('now()')).toThrow('feel_refused_function')
})

test('days beyond the calendar have no value', () => {
  expect(run('date("2026-02-30") > born')).toBe(null)
  expect(run('born + duration("P999999Y")')).toBe(null)
})
