import { expect, test } from 'vitest'
import { analyseFeel, renameFeel } from './analyse.ts'
import { BOOLEAN, contextOf, DATE, listOf, NUMBER, type Shape, TEXT } from './shape.ts'

const names = new Map<string, Shape>([
  ['age', NUMBER],
  ['name', TEXT],
  ['owner', BOOLEAN],
  ['born_on', DATE],
  ['role', { kind: 'text', values: new Set(['owner', 'tenant']) }],
  ['trees', listOf(contextOf({ height: NUMBER, kind: { kind: 'text', values: new Set(['oak', 'lime']) } }))],
  ['reasons', listOf({ kind: 'text', values: new Set(['danger', 'disease']) })],
  ['param', contextOf({ limit: NUMBER })],
  ['lists', contextOf({ kinds: { kind: 'context', entries: new Map(), keyed: contextOf({ group: TEXT }) } })],
  ['today', DATE],
])
const codes = (source: string) => analyseFeel(source, names).problems.map(problem => problem.code)

test.each([
  'age > param.limit',
  'owner and not(age >= 18)',
  'some t in trees satisfies t.height > param.limit',
  'every t in trees satisfies t.kind = "oak"',
  'count(trees[height > 4 and item.kind != "lime"]) > 0',
  'sum(for t in trees return t.height) / 2 > age',
  'trees[1].height = 3',
  'list contains(reasons, "danger")',
  'role in ("owner", "tenant")',
  'age in [1..5]',
  'age between 1 and 5',
  'born_on.month >= 3 and substring(string(born_on), 6) >= "03-01"',
  'born_on + duration("P1D") > today',
  'get value(lists.kinds, name).group = "conifer"',
  'if owner then "a" else "b"',
  '{a: 1, b: a + 1}.b > age',
  'date("2026-01-01") < born_on',
  'name = null or string length(name) > 3',
  'sum(for i in 1..3 return i) > 2',
])('accepts %s', source => {
  expect(analyseFeel(source, names).problems).toEqual([])
})

test.each([
  ['agee > 3', 'feel_unknown_name'],
  ['param.limitt > 3', 'feel_unknown_entry'],
  ['trees.heigth > 3', 'feel_unknown_entry'],
  ['count(trees[heigth > 4]) > 0', 'feel_unknown_name'],
  ['name.first = "x"', 'feel_no_entries'],
  ['cuont(trees) > 1', 'feel_unknown_function'],
  ['now() > born_on', 'feel_refused_function'],
  ['matches(name, "(a+)+$")', 'feel_refused_function'],
  ['role = "onwer"', 'feel_unknown_option'],
  ['"onwer" != role', 'feel_unknown_option'],
  ['role in ("owner", "tennant")', 'feel_unknown_option'],
  ['list contains(reasons, "dagner")', 'feel_unknown_option'],
  ['some t in trees satisfies t.kind = "beech"', 'feel_unknown_option'],
  ['age = "3"', 'feel_not_comparable'],
  ['born_on > 3', 'feel_not_comparable'],
  ['age and owner', 'feel_not_boolean'],
  ['age +', 'feel_syntax'],
  ['for i in 1..1000000 return i', 'feel_range'],
  ['for i in 1..age return i', 'feel_range'],
  [
    'for a in trees return for b in trees return for c in trees return for d in trees return 1',
    'feel_too_deep',
  ],
  ['function(x) x', 'feel_function_definition'],
  ['age + name', 'feel_cannot_calculate'],
  [`age > ${'1 + '.repeat(600)}1`, 'feel_too_long'],
])('finds the fault in %s', (source, code) => {
  expect(codes(source)).toContain(code)
})

test('names inside loops are not names of the form', () => {
  expect(analyseFeel('some t in trees satisfies t.height > age', names).names).toEqual(['trees', 'age'])
})

test('says where and suggests', () => {
  const [problem] = analyseFeel('owner and agee > 3', names).problems
  expect(problem).toMatchObject({ from: 10, to: 14, values: { name: 'agee', near: 'age' } })
})

test('renames free names only', () => {
  const analysis = analyseFeel(
    'age > 1 and (some age in trees satisfies age.height > 2) and name = "age"',
    names,
  )
  const renamed = renameFeel(analysis, name => `owner_${name}`)
  expect(renamed).toBe(
    'owner_age > 1 and (some age in owner_trees satisfies age.height > 2) and owner_name = "age"',
  )
})
