import { expect, test } from 'vitest'
import { type Condition, readCondition } from './condition.ts'

function condition(text: string): Condition {
  const read = readCondition(text)
  if (typeof read === 'string') throw new Error(`${text}: ${read}`)
  return read
}

const ask = (text: string, values: Record<string, unknown> = {}) =>
  condition(text).holds(name => values[name])

test('holds only where FEEL says true', () => {
  expect(ask('outcome = "zurück"', { outcome: 'zurück' })).toBe(true)
  expect(ask('= outcome = "zurück"', { outcome: 'ja' })).toBe(false)
  expect(ask('fee > 3')).toBe(false)
  expect(ask('"true"')).toBe(false)
  expect(ask('some t in trees satisfies t.height > 10', { trees: [{ height: 4 }, { height: 12 }] })).toBe(
    true,
  )
  expect(ask('count(trees[height > 10]) = 1', { trees: [{ height: 4 }, { height: 12 }] })).toBe(true)
})

test('names the variables it reads', () => {
  expect(condition('cosign and not(decision.kind in ("a", "b"))').names).toEqual(['cosign', 'decision'])
  expect(condition('date < today').names).toEqual(['date', 'today'])
})

test.each(['', 'a b = 1', 'outcome = ', '"', 'or(x)', '1 +', 'x = 1)'])('%j is refused', text => {
  expect(readCondition(text)).toBe('condition-unreadable')
})

test('the clock is refused, for a replay must not depend on it', () => {
  expect(readCondition('now() > x')).toBe('condition-reads-clock')
  expect(readCondition('x > today ( )')).toBe('condition-reads-clock')
})

test('a very long condition is refused', () => {
  expect(readCondition(`x in (${'"a",'.repeat(400)}"b")`)).toBe('condition-too-long')
})
