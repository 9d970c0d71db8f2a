import { evaluate, FeelFunction, parseDate, parseTime } from 'feelin'

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
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${source}`)
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
