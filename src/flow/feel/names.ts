// Which built-in functions of FEEL a package may call, and which words it may not take as ids.

type Result = 'number' | 'text' | 'boolean' | 'date' | 'time' | 'duration' | 'any'

/** Allowed built-ins and what they yield. */
export const FUNCTIONS: Readonly<Record<string, Result>> = {
  number: 'number',
  string: 'text',
  date: 'date',
  time: 'time',
  duration: 'duration',
  'date and time': 'any',
  'years and months duration': 'duration',
  not: 'boolean',
  substring: 'text',
  'string length': 'number',
  'upper case': 'text',
  'lower case': 'text',
  'substring before': 'text',
  'substring after': 'text',
  contains: 'boolean',
  'starts with': 'boolean',
  'ends with': 'boolean',
  'string join': 'text',
  'list contains': 'boolean',
  count: 'number',
  min: 'any',
  max: 'any',
  sum: 'number',
  mean: 'number',
  all: 'boolean',
  any: 'boolean',
  sublist: 'any',
  append: 'any',
  concatenate: 'any',
  remove: 'any',
  reverse: 'any',
  'index of': 'any',
  union: 'any',
  'distinct values': 'any',
  flatten: 'any',
  product: 'number',
  decimal: 'number',
  floor: 'number',
  ceiling: 'number',
  abs: 'any',
  'round up': 'number',
  'round down': 'number',
  'round half up': 'number',
  'round half down': 'number',
  modulo: 'number',
  odd: 'boolean',
  even: 'boolean',
  before: 'boolean',
  after: 'boolean',
  includes: 'boolean',
  during: 'boolean',
  'day of year': 'number',
  'day of week': 'text',
  'month of year': 'text',
  'week of year': 'number',
  'get value': 'any',
}

/**
 * Built-ins that are refused: `now` and `today` read the clock of the machine (the flow is pure), the
 * text functions run a backtracking regular expression on what people type, the rest takes functions.
 */
export const REFUSED_FUNCTIONS: readonly string[] = [
  'now',
  'today',
  'matches',
  'replace',
  'split',
  'sort',
  'list replace',
  'get entries',
  'context',
  'context merge',
  'context put',
]

const GRAMMAR = [
  ...[
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'and',
    'or',
    'not',
    'between',
  ],
  ...[
    'instance',
    'of',
    'function',
    'external',
    'true',
    'false',
    'null',
    'item',
    'partial',
    'list',
    'context',
    'range',
  ],
]

/** Names the engine gives to every expression. */
const GIVEN = ['param', 'today', 'portal', 'lists', 'outer'] as const

/** Ids a package may not use, because FEEL or the engine reads them otherwise. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...GRAMMAR,
  ...GIVEN,
  ...[...Object.keys(FUNCTIONS), ...REFUSED_FUNCTIONS].filter(name => !name.includes(' ')),
  ...['n', '_id', '__proto__', 'constructor', 'prototype'],
])
