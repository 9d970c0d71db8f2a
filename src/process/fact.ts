/** One line of a case's record. The engine reads these four types; all others only feed variables. */
export interface Fact {
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  readonly type: string
  /** Who did it. */
  readonly by?: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

export type Data = Readonly<Record<string, unknown>>

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(data: Data, key: string): string | undefined {
  const value = data[key]
  return typeof value === 'string' ? value : undefined
}
