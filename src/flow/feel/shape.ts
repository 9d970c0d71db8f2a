// What is known of a value before any answer is there: enough to find misspelt names and options.

export type Shape =
  | { readonly kind: 'any' | 'number' | 'boolean' | 'date' | 'time' | 'duration' | 'null' }
  | {
      readonly kind: 'text'
      readonly values?: ReadonlySet<string> | undefined
      readonly exact?: string | undefined
    }
  | { readonly kind: 'list'; readonly of: Shape }
  | {
      readonly kind: 'context'
      readonly entries: ReadonlyMap<string, Shape>
      readonly keyed?: Shape | undefined
    }

export const ANY: Shape = { kind: 'any' }
export const NUMBER: Shape = { kind: 'number' }
export const BOOLEAN: Shape = { kind: 'boolean' }
export const TEXT: Shape = { kind: 'text' }
export const DATE: Shape = { kind: 'date' }
export const TIME: Shape = { kind: 'time' }

export function listOf(of: Shape): Shape {
  return { kind: 'list', of }
}

export function contextOf(entries: Readonly<Record<string, Shape>>): Shape {
  return { kind: 'context', entries: new Map(Object.entries(entries)) }
}

/** The shape both branches share. */
export function commonShape(a: Shape, b: Shape): Shape {
  if (a.kind === 'null') return b
  if (b.kind === 'null') return a
  if (a.kind !== b.kind) return ANY
  if (a.kind === 'text') return a === b ? a : TEXT
  return a === b || a.kind !== 'list' ? a : ANY
}

/** Whether `a = b` or `a < b` can ever be anything but null. */
export function areComparable(a: Shape, b: Shape): boolean {
  const open = (shape: Shape) => shape.kind === 'any' || shape.kind === 'null' || shape.kind === 'list'
  return open(a) || open(b) || a.kind === b.kind
}
