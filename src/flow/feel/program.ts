import { evaluate, FeelFunction, parseDate, parseTime } from 'feelin'
import { FUNCTIONS } from './names.ts'

/** Looks a name up in the scope of the moment; null when it is unanswered. */
export type Lookup = (name: string) => unknown

/** An expression that was parsed once and runs many times. */
export interface Program {
  readonly source: string
  /** The names it takes from the scope. */
  readonly names: readonly string[]
  /** Yields the value, or null where FEEL finds none. Never throws. */
  run(lookup: Lookup): unknown
}

/**
 * Compiles a checked expression. feelin parses at each `evaluate`; wrapped into a FEEL function the parsed
 * tree is kept, and a call costs microseconds. Its list of warnings grows with each call and is emptied.
 */
export function compileProgram(source: string, names: readonly string[]): Program {
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${source}`, builtinsIn(source))
  if (!(value instanceof FeelFunction)) throw new Error(`not an expression: ${source}`)
  const run = (lookup: Lookup): unknown => {
    try {
      return value.invoke(names.map(name => lookup(name) ?? null)) ?? null
    } catch {
      // FEEL knows no exceptions; what feelin throws on (dates beyond the calendar) has no value.
      return null
    } finally {
      if (warnings.length > 0) warnings.length = 0
    }
  }
  return { source, names, run }
}

/**
 * The built-in functions an expression may call, as part of its scope. feelin would find them only after it has
 * compared every other name there, and wrap them anew at each call: that was half of the time of a request.
 */
function builtinsIn(source: string): Record<string, unknown> {
  const called = Object.keys(FUNCTIONS).filter(name => source.includes(name) && !CONSTRUCTORS.includes(name))
  return Object.fromEntries(called.flatMap(name => [builtin(name)].filter(found => found !== undefined)))
}

/** These are words of the grammar; feelin computes them once when their arguments are constant. */
const CONSTRUCTORS = ['date', 'time', 'duration', 'date and time']

const builtins = new Map<string, readonly [string, FeelFunction] | undefined>()

function builtin(name: string): readonly [string, FeelFunction] | undefined {
  if (builtins.has(name)) return builtins.get(name)
  const value = evaluate(name).value as ((...args: unknown[]) => unknown) & { $args?: string[] }
  const found =
    typeof value === 'function' && value.$args
      ? ([name, new FeelFunction(value, value.$args)] as const)
      : undefined
  builtins.set(name, found)
  return found
}

const MAX_DATES = 4000
const dates = new Map<string, unknown>()

/** A stored "YYYY-MM-DD" as FEEL sees it. Reading a date costs more than all else, so days are kept. */
export function feelDate(day: string): unknown {
  const known = dates.get(day)
  if (known !== undefined) return known
  const value = parseDate(day)
  if (dates.size >= MAX_DATES) dates.clear()
  dates.set(day, value)
  return value
}

/** A stored "HH:MM" as FEEL sees it. */
export function feelTime(time: string): unknown {
  return parseTime(`${time}:00`)
}
